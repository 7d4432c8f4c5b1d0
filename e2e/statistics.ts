import { expect, type Locator } from "@playwright/test";
import type { Visitor } from "./visitor";

/** The administrator's number of the registered. */
export async function registeredNumber(administrator: Visitor): Promise<number> {
  await administrator.visit("/admin");
  const tile = administrator.page.locator("dl > div").filter({ has: registeredLink(administrator) });
  return numberIn(await tile.locator("dd").first().innerText());
}

/** Opens the number and reads its rows up to the one with this registration. */
export async function findsAmongTheRegistered(administrator: Visitor, registration: string): Promise<void> {
  const { page, words } = administrator;
  await administrator.visit("/admin");
  await administrator.hands.press(registeredLink(administrator));
  await administrator.arrivesAt(words("admin.rows.title.registered"));
  const row = page.getByRole("row").filter({ hasText: registration });
  const next = page.getByRole("link", { name: words("common.next"), exact: true });
  while ((await row.count()) === 0) {
    const here = page.url();
    await administrator.hands.press(next);
    await expect(page).not.toHaveURL(here);
    await expect(page.getByRole("table")).toBeVisible();
  }
  await expect(row).toHaveCount(1);
}

function registeredLink({ page, words }: Visitor): Locator {
  return page.getByRole("link", { name: words("progress.numbers.registered"), exact: true });
}

/** A number as it is written in all three languages: 1,234. */
export function numberIn(text: string): number {
  return Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(",", ""));
}
