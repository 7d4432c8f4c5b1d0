import type { Locator, Page } from "@playwright/test";
import type { Hands } from "./hands";

// A person types 200 characters a minute, looks at every page for two seconds, and takes 1.2 to aim and click.
const perKey = 60 / 200;
const perPage = 2;
const perClick = 1.2;

/**
 * What a way through the app costs a person, counted and not waited for. A click is a press, a choice, or going into a field
 * from anywhere but the field before it: between fields that follow each other one goes with the tab key, and from the last
 * one a form is sent with Enter, which count as typed. A file takes three clicks: its button, the file, and Open. A Chinese
 * character takes four keys.
 */
export class Effort {
  clicks = 0;
  keys = 0;
  pages = 0;
  #isTyping = false;

  constructor(page: Page) {
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame()) this.pages += 1;
    });
  }

  get minutes(): number {
    return (this.keys * perKey + this.pages * perPage + this.clicks * perClick) / 60;
  }

  toString(): string {
    const { minutes, clicks, keys, pages } = this;
    return `${minutes.toFixed(1)} minutes = (${keys} keys × ${perKey} s + ${pages} pages × ${perPage} s + ${clicks} clicks × ${perClick} s) ÷ 60`;
  }

  /** The same hands, with what they do counted. */
  ofPointer(hands: Hands): Hands {
    return {
      press: async (control) => {
        const isSent = this.#isTyping && (await control.evaluate(isSentByEnter));
        if (isSent) this.keys += 1;
        else this.clicks += 1;
        this.#isTyping = false;
        await (isSent ? control.page().keyboard.press("Enter") : hands.press(control));
      },
      choose: (choice) => {
        this.#click(1);
        return hands.choose(choice);
      },
      upload: (field, file) => {
        this.#click(3);
        return hands.upload(field, file);
      },
      type: (field, text) => {
        if (this.#isTyping) this.keys += 1;
        else this.clicks += 1;
        this.#isTyping = true;
        this.keys += keysFor(text);
        return hands.type(field, text);
      },
    };
  }

  /** The same hands on the keyboard, with every key counted; they know the link that leads past the menus. */
  ofKeyboard(page: Page, hands: Hands): Hands {
    const { keyboard } = page;
    const [press, insertText] = [keyboard.press.bind(keyboard), keyboard.insertText.bind(keyboard)];
    keyboard.press = (key, options) => {
      this.keys += 1;
      return press(key, options);
    };
    keyboard.insertText = (text) => {
      this.keys += keysFor(text);
      return insertText(text);
    };
    const inMain = async (control: Locator) => {
      const skips = await control.evaluate(
        (it) => it.closest("main") !== null && document.activeElement === document.body,
      );
      if (!skips) return;
      await keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.getAttribute("href") === "#main"))
        await keyboard.press("Enter");
    };
    return {
      press: (control) => inMain(control).then(() => hands.press(control)),
      type: (field, text) => inMain(field).then(() => hands.type(field, text)),
      choose: (choice) => inMain(choice).then(() => hands.choose(choice)),
      upload: async (field, file) => {
        await inMain(field);
        // In the window that opens, the file's name and Enter.
        this.keys += keysFor(file.name) + 1;
        await hands.upload(field, file);
      },
    };
  }

  #click(times: number) {
    this.#isTyping = false;
    this.clicks += times;
  }
}

/** Whether Enter, where the cursor is, presses this button. */
function isSentByEnter(button: Element): boolean {
  const form = document.activeElement instanceof HTMLInputElement ? document.activeElement.form : null;
  return form !== null && form.querySelector("button:not([type=button])") === button;
}

const keysFor = (text: string) =>
  Array.from(text).reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 4 : 1), 0);
