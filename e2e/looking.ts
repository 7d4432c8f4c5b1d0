import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { locales, type Locale } from "@/lib/i18n/locales";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const rulesOfColour = ["color-contrast", "link-in-text-block"];

const seen = new Set<string>();

type Reader = { locale: Locale; typed: ReadonlySet<string>; hasScript: boolean };

/**
 * Looks at a page as somebody who cares would: axe in both themes, one heading, its language, nothing that sticks out,
 * nothing in another language. A page that looks the same as one looked at before is not looked at twice.
 */
export async function lookAt(page: Page, { locale, typed, hasScript }: Reader): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  const { state, width, sideways } = await page.evaluate(stateOfPage);
  expect.soft(sideways, `${page.url()} is wider than its ${width} pixels`).toBe(0);

  const key = `${hasScript} ${new URL(page.url()).pathname.replace(/[0-9A-Z-]*\d[\w-]*/g, "*")} ${state} ${width}`;
  if (seen.has(key)) return;
  seen.add(key);
  if (locale !== "en") expect.soft(await englishOn(page, typed), `English on ${page.url()}`).toEqual([]);
  // axe is a script itself; those who have script see the same pages.
  if (!hasScript) return;
  const inLight = await new AxeBuilder({ page }).setLegacyMode().withTags(standards).analyze();
  // In the dark the same page stands there in other colours.
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await new AxeBuilder({ page }).setLegacyMode().withRules(rulesOfColour).analyze();
  for (const [theme, { violations }] of Object.entries({ inLight, inDark })) {
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("  ")}`);
    expect.soft(found, `${page.url()} ${theme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** What is worth another look: the headings, the fields and what is wrong with them. */
function stateOfPage() {
  const { documentElement: root } = document;
  const parts = document.querySelectorAll("main :is(h1, h2, legend, label, [role=alert]), dialog[open]");
  const state = Array.from(parts, (part) => part.textContent.replace(/[\dA-Z-]+/g, "")).join("|");
  return { state, width: root.clientWidth, sideways: Math.max(0, root.scrollWidth - root.clientWidth) };
}

// Names that are the same in every language.
const properNames = new Set(["English", "Cookie", "JPEG", "JSON", "CHAN", "WCAG", "JavaScript", "Chrome", "Linux"]);

/** Latin words on a page that is written in Chinese, but for names, codes, addresses and what somebody typed. */
async function englishOn(page: Page, typed: ReadonlySet<string>): Promise<string[]> {
  const words = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent?.checkVisibility() || parent.closest('[lang|="en"], script, style, noscript, code, .code')) continue;
      const text = (node.textContent ?? "")
        .replace(/\S+@\S+|\bhttps?:\S+|\b[\w-]+\.(pdf|png|jpe?g|csv|html)\b/gi, " ")
        .replace(/\b[A-Z\d]+(-[A-Z\d]+)+\b/g, " ");
      found.push(...(text.match(/[A-Za-z]{4,}/g) ?? []));
    }
    return [...new Set(found)];
  });
  return words.filter((word) => !properNames.has(word) && !typed.has(word));
}

/** The language that a page's address says. */
export function localeOfPage(page: Page): Locale {
  const first = new URL(page.url()).pathname.split("/")[1];
  return locales.find((locale) => locale === first) ?? "en";
}

/** Listens to what a page complains about, from its first moment on: to the console, and to the content policy. */
export async function hearComplaints(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  const note = (what: string) => complaints.push(`${page.url()}: ${what}`);
  page.on("console", (message) => {
    // What did not arrive is noted with its address below.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) note(message.text());
  });
  page.on("pageerror", (error) => note(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) note(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  await page.exposeBinding("noteViolation", (_, what: string) => void note(`blocked by the content policy: ${what}`));
  await page.addInitScript(() => {
    const { noteViolation } = window as unknown as { noteViolation: (what: string) => Promise<void> };
    document.addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        // axe itself asks whether it may evaluate code.
        void noteViolation(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
      },
    );
  });
  return complaints;
}
