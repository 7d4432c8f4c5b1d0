import { test as base, expect, type Browser, type BrowserContext, type BrowserContextOptions } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locales";
import type { demonstrationPeople } from "@/lib/domain/account/demonstration";
import { withFinger, withKeyboard, withMouse } from "./hands";
import { hearComplaints } from "./looking";
import { Visitor } from "./visitor";

type Email = (typeof demonstrationPeople)[number];

/** The people of the demonstration, by what stands before the @ of their address. */
export type DemonstrationPerson = Email extends `${infer Name}@demo.example` ? Name : never;

type Coming = {
  locale?: Locale;
  javaScript?: boolean;
  width?: number;
  hands?: "mouse" | "finger" | "keyboard";
};

type Fixtures = {
  /** Somebody nobody knows, with a browser of their own. */
  stranger: (coming?: Coming) => Promise<Visitor>;
  /** Somebody of the demonstration, signed in with one click. */
  as: (person: DemonstrationPerson, coming?: Coming) => Promise<Visitor>;
};

type Signed = Exclude<BrowserContextOptions["storageState"], string | undefined>;

// One click each and worker is enough: the session lasts longer than the journeys.
const signedIn = new Map<DemonstrationPerson, Signed>();

export const test = base.extend<Fixtures>({
  stranger: async ({ browser }, use) => {
    const come = comers(browser);
    await use((coming = {}) => come.in(coming));
    await come.out();
  },

  as: async ({ browser }, use) => {
    const come = comers(browser);
    await use(async (person, coming = {}) => {
      const known = signedIn.get(person);
      const visitor = await come.in(coming, known);
      if (!known) {
        await visitor.visit("/sign-in");
        await visitor.press(`${person}@demo.example`);
        await visitor.page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
        signedIn.set(person, await visitor.page.context().storageState());
      }
      return visitor;
    });
    await come.out();
  },
});

export { expect };

/** Opens a browser for everybody who comes, and when they leave asks whether a page had anything to complain about. */
function comers(browser: Browser) {
  const contexts: BrowserContext[] = [];
  const complaints: string[][] = [];
  return {
    async in({ locale = "en", javaScript = true, width = 1280, hands = "mouse" }: Coming, storageState?: Signed) {
      const context = await browser.newContext({
        locale,
        javaScriptEnabled: javaScript,
        viewport: { width, height: 800 },
        hasTouch: hands === "finger",
        reducedMotion: "reduce",
        ...(storageState && { storageState }),
      });
      contexts.push(context);
      const page = await context.newPage();
      const used = { mouse: withMouse, finger: withFinger, keyboard: withKeyboard(page) }[hands];
      complaints.push(await hearComplaints(page));
      return new Visitor(page, locale, used, javaScript);
    },
    async out() {
      for (const context of contexts) await context.close();
      expect(complaints.flat()).toEqual([]);
    },
  };
}
