import { expect, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import { withMouse, type Hands, type Upload } from "./hands";
import { lookAt } from "./looking";
import { wordsIn, type Words } from "./words";

type Path = `/${string}`;

/** Somebody at a browser: reads one language, acts with one kind of hands, and looks at every page they come to. */
export class Visitor {
  readonly words: Words;
  /** What was written here by people: it stands on pages in any language. */
  readonly typed = new Set<string>();

  constructor(
    readonly page: Page,
    readonly locale: Locale,
    readonly hands: Hands = withMouse,
    readonly hasScript = true,
  ) {
    this.words = wordsIn(locale);
  }

  /** The same browser, whose owner now reads another language. */
  readingIn(locale: Locale): Visitor {
    return new Visitor(this.page, locale, this.hands, this.hasScript);
  }

  /** Goes to a page by its address and looks at it. */
  async visit(path: Path): Promise<void> {
    const response = await this.page.goto(pathIn(this.locale, path));
    expect(response?.status(), path).toBe(200);
    await this.look();
  }

  /** Has come to the page with this heading, and looks at it. */
  async arrivesAt(heading: string): Promise<void> {
    await expect(this.page.locator("h1")).toContainText(heading);
    await this.look();
  }

  look(): Promise<void> {
    return lookAt(this.page, this);
  }

  async press(name: string, within: Locator | Page = this.page): Promise<void> {
    await this.hands.press(within.getByRole("button", { name, exact: true }));
  }

  async follow(name: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    await this.hands.press(within.getByRole("link", { name, exact: true }));
  }

  async type(label: string, text: string, within: Locator | Page = this.page): Promise<void> {
    this.knows(text);
    await this.hands.type(within.getByRole("textbox", { name: label, exact: true }), text);
  }

  async choose(group: string, option: string): Promise<void> {
    const choices = this.page.getByRole("group", { name: group, exact: true });
    await this.hands.choose(choices.getByRole("radio", { name: option, exact: true }));
  }

  async tick(label: string): Promise<void> {
    await this.hands.choose(this.page.getByRole("checkbox", { name: label, exact: true }));
  }

  /** Types a day, such as 2031-05-01, or a month, into its parts. */
  async typeDate(group: string, date: string): Promise<void> {
    const { words } = this;
    const [year = "", month = "", day] = date.split("-");
    const parts = [
      ...(day ? [[words("form.day"), Number(day)] as const] : []),
      [words("form.month"), Number(month)] as const,
      [words("form.year"), Number(year)] as const,
    ];
    // By keyboard one comes to them in their order, which Chinese turns round.
    const inOrder = this.locale === "en" ? parts : [...parts].reverse();
    const fields = this.page.getByRole("group", { name: group, exact: true });
    for (const [label, number] of inOrder) await this.type(label, String(number), fields);
  }

  async upload(label: string, file: Upload): Promise<void> {
    this.knows(file.name);
    await this.hands.upload(this.page.getByLabel(label, { exact: true }), file);
  }

  /** Remembers the words of what was written. */
  knows(text: string): void {
    for (const word of text.match(/[A-Za-z]{4,}/g) ?? []) this.typed.add(word);
  }
}
