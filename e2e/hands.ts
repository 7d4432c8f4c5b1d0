import { expect, type Locator, type Page } from "@playwright/test";

/** How somebody uses a page: everything that a journey does goes through one of these. */
export type Hands = {
  press: (control: Locator) => Promise<void>;
  type: (field: Locator, text: string) => Promise<void>;
  /** Chooses a radio button or ticks a box. */
  choose: (choice: Locator) => Promise<void>;
  upload: (field: Locator, file: Upload) => Promise<void>;
};

export type Upload = { name: string; mimeType: string; buffer: Buffer };

/** With a mouse. */
export const withMouse: Hands = {
  press: (control) => control.click(),
  type: (field, text) => field.fill(text),
  choose: (choice) => choice.check(),
  upload: (field, file) => field.setInputFiles(file),
};

/** With a finger. */
export const withFinger: Hands = {
  ...withMouse,
  press: (control) => control.tap(),
  type: async (field, text) => {
    await field.tap();
    await field.fill(text);
  },
  choose: async (choice) => {
    if (!(await choice.isChecked())) await choice.tap();
    await expect(choice).toBeChecked();
  },
};

/** By the keyboard alone: with the tab and the arrow keys, Enter and the space bar. */
export function withKeyboard(page: Page): Hands {
  const { keyboard } = page;

  const reach = async (control: Locator) => {
    await expect(control).toBeVisible();
    for (let steps = 0; steps < 200; steps++) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`The tab key does not lead to ${String(control)}.`);
  };

  return {
    press: async (control) => {
      await reach(control);
      await expectFocusInSight(control);
      await keyboard.press("Enter");
    },
    type: async (field, text) => {
      await reach(field);
      await keyboard.press("ControlOrMeta+a");
      await keyboard.insertText(text);
    },
    choose: async (choice) => {
      if (await choice.isChecked()) return;
      const isRadio = (await choice.getAttribute("type")) === "radio";
      if (isRadio) await reachGroup(page, choice);
      else await reach(choice);
      await expectFocusInSight(page.locator(":focus"));
      if (await choice.evaluate((element) => element === document.activeElement)) await keyboard.press("Space");
      for (let steps = 0; steps < 12 && !(await choice.isChecked()); steps++) await keyboard.press("ArrowDown");
      await expect(choice).toBeChecked();
    },
    upload: async (field, file) => {
      await reach(field);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), keyboard.press("Enter")]);
      await chooser.setFiles(file);
    },
  };
}

/** The tab key enters a group of radio buttons at the chosen one, or at its first or last. */
async function reachGroup(page: Page, choice: Locator) {
  const name = await choice.getAttribute("name");
  const form = choice.locator("xpath=ancestor::form");
  const focused = form.locator(`input[name="${name}"]:focus`);
  for (let steps = 0; steps < 200; steps++) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The tab key does not lead to the choices of ${name}.`);
}

async function expectFocusInSight(control: Locator) {
  await expect(control).toBeInViewport();
}
