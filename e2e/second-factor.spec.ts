import { expect } from "@playwright/test";
import { HOTP, TOTP } from "otpauth";
import { test } from "./fixtures";
import { newcomer, signUp } from "./professional";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ timeout: 240_000 });

const password = "harbour ferry at dusk";

test("somebody without JavaScript sets up an app on a small screen, and comes in with it and with a recovery code", async ({
  stranger,
}) => {
  const visitor = await stranger({ locale: "zh-Hant", javaScript: false, width: 320 });
  const { words, page } = visitor;
  const person = newcomer("zh-Hant");
  await visitor.visit("/sign-up");
  await signUp(visitor, person, password);
  await visitor.visit("/account/second-factor");
  await visitor.press(words("second_factor.page.set_up"));
  await visitor.arrivesAt(words("second_factor.set_up.title"));

  await page.getByText(words("second_factor.set_up.no_camera")).click();
  const secret = (await page.locator("details[open] code").first().innerText()).replace(/\s/g, "");
  const [recovery = ""] = await page.getByRole("main").locator("ol code").allInnerTexts();
  const codeOf = (steps: number) => new HOTP({ secret }).generate({ counter: TOTP.counter() + steps });

  await visitor.tick(words("second_factor.set_up.kept"));
  await visitor.type(words("second_factor.set_up.code"), codeOf(-1));
  await visitor.press(words("second_factor.set_up.submit"));
  await visitor.arrivesAt(words("second_factor.page.title"));
  await expect(page.getByText(words("second_factor.page.done_set_up"), { exact: true })).toBeVisible();

  const enter = async () => {
    await visitor.visit("/sign-in?next=/account/second-factor");
    await visitor.type(words("account.sign_in.email"), person.email);
    await visitor.hands.type(page.getByLabel(words("account.sign_in.password"), { exact: true }), password);
    await visitor.press(words("account.sign_in.submit"));
    await visitor.arrivesAt(words("second_factor.code.app_title"));
  };
  await enter();
  await visitor.type(words("second_factor.code.code"), codeOf(1));
  await visitor.press(words("second_factor.code.submit"));
  await visitor.arrivesAt(words("second_factor.page.title"));

  await enter();
  await page.getByText(words("second_factor.code.lost"), { exact: true }).click();
  await visitor.type(words("second_factor.code.recovery"), recovery);
  await visitor.press(words("second_factor.code.recovery_submit"));
  await visitor.arrivesAt(words("second_factor.page.title"));
  await expect(page.getByText(words("second_factor.page.codes_left", { count: 9 }))).toBeVisible();
});
