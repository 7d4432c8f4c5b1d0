import { locales } from "@/lib/i18n/locales";
import { expect, test } from "./fixtures";
import { numberIn } from "./statistics";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ timeout: 480_000 });

for (const locale of locales) {
  test(`every number of the administrator opens exactly the rows it counts, in ${locale}`, async ({ as }) => {
    const administrator = await as("cheung.waiman", { locale });
    const { page } = administrator;
    await administrator.visit("/admin");
    await page
      .getByRole("main")
      .locator("details")
      .evaluateAll((all) => all.forEach((it) => it.setAttribute("open", "")));

    const numbers = await page
      .getByRole("main")
      .locator('a[href*="/admin/rows/"]')
      .evaluateAll((links) =>
        links.map((link) => ({
          href: link.getAttribute("href") ?? "",
          // The label of a tile is its link and the number stands beneath; in a table the number is the link.
          text: link.closest("dt")
            ? (link.closest("div")?.querySelector("dd")?.textContent ?? "")
            : (link.textContent ?? ""),
        })),
      );
    expect(numbers.length).toBeGreaterThan(100);

    for (const { href, text } of numbers) {
      const counted = await page.evaluate(countRows, href);
      expect.soft(counted ?? numberIn(text), `${href} says ${text}`).toBe(numberIn(text));
    }

    await administrator.visit("/admin/rows/registered");
    await administrator.visit("/admin/rows/filings?state=under_review");
    await administrator.visit("/admin/rows/in_practice");
  });
}

/** Counts the rows behind a number through all their pages; the official count is one row and counts for its people. Null where there are no rows by their nature. */
async function countRows(first: string): Promise<number | null> {
  let count = 0;
  for (let next: string | null = first; next !== null;) {
    const answer: Response = await fetch(next);
    if (!answer.ok) throw new Error(`${next}: ${answer.status}`);
    const rows = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (first.includes("/in_practice") && !rows.querySelector("tbody")) return null;
    for (const row of rows.querySelectorAll("tbody tr")) {
      const last = row.querySelector("td:last-of-type")?.textContent ?? "";
      const isOfPeople = /\/(registered|registered_here|valid_today)\b/.test(first);
      count += isOfPeople ? Number(/\d[\d,]*/.exec(last)?.[0].replaceAll(",", "") ?? 1) : 1;
    }
    next = rows.querySelector("a[rel=next]")?.getAttribute("href") ?? null;
  }
  return count;
}
