import type { Page } from "@playwright/test";
import { Effort } from "./effort";
import { expect, test } from "./fixtures";
import { withFinger, withKeyboard, withMouse } from "./hands";
import { architect, fileEverything, newcomer, signUp, type Person } from "./professional";
import { Visitor } from "./visitor";

// What the whole filing for a Registered Architect costs a person, from the start page to the receipt: npm run test:deep.
test.describe.configure({ timeout: 900_000 });

type Way = { width?: number; hands?: "mouse" | "finger" | "keyboard"; javaScript?: boolean };

const wong: Person = {
  ...newcomer("en"),
  email: "wong.siuling@demo.example",
  nameZh: "黃小玲",
  surname: "WONG",
  givenNames: "Siu Ling",
};

const ways: Record<string, Way> = {
  "with a mouse": {},
  "with a finger on 320 pixels": { width: 320, hands: "finger" },
  "without JavaScript": { javaScript: false },
  "by the keyboard alone": { hands: "keyboard" },
};

for (const [how, way] of Object.entries(ways)) {
  // She files once; the others are somebody as new as she is, who has just made an account.
  const isWong = how === "with a mouse";

  test(`${isWong ? "Wong Siu Ling" : "somebody as new"} files in ten minutes${way.hands === "keyboard" ? "" : " and sixty clicks"}, ${how}`, async ({
    stranger,
  }) => {
    const coming = await stranger({ locale: "en", ...way });
    const person = isWong ? wong : newcomer("en");
    if (!isWong) {
      await coming.page.goto("/en/sign-up?next=/filings");
      await signUp(coming, person);
      await expect(coming.page).toHaveURL(/\/filings$/);
    }

    const effort = new Effort(coming.page);
    const visitor = new Walker(coming.page, "en", handsFor(effort, coming.page, way), way.javaScript ?? true);
    const { words, page } = visitor;
    if (isWong) {
      await visitor.visit("/sign-in");
      await visitor.press(person.email);
      await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
    }
    await visitor.visit("/");
    const search = page.getByRole("main").getByRole("search");
    await visitor.hands.type(search.getByRole("searchbox"), "architect");
    await visitor.hands.press(search.getByRole("button"));
    await page.waitForURL(/q=architect/);
    await visitor.hands.press(page.locator(`main a[href$="/list/${architect}"]`));
    await page.waitForURL(/\/list\/QH-CON-HK-ARCHITECT$/);
    await visitor.follow(words("list.entry.start"));
    await fileEverything(visitor, person);

    console.log(`The whole filing ${how}: ${effort.clicks} clicks, ${String(effort)}.`);
    // Whoever has the keyboard alone clicks nowhere: their keys are in the minutes.
    if (way.hands !== "keyboard") expect(effort.clicks).toBeLessThan(60);
    expect(effort.minutes).toBeLessThan(10);
  });
}

function handsFor(effort: Effort, page: Page, { hands = "mouse" }: Way) {
  if (hands === "keyboard") return effort.ofKeyboard(page, withKeyboard(page));
  return effort.ofPointer(hands === "finger" ? withFinger : withMouse);
}

/** Somebody who gets on with it: what the journeys look at on every page is looked at there. */
class Walker extends Visitor {
  override async look(): Promise<void> {
    const sideways = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(sideways, `${this.page.url()} is wider than its window`).toBeLessThanOrEqual(0);
  }
}
