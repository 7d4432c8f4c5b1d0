import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { TOTP } from "otpauth";
import { test } from "./fixtures";
import type { Visitor } from "./visitor";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ timeout: 240_000 });

const password = "four herons count tides";

test("somebody is invited, comes in on a small screen, is given a right, and is a stranger once they are archived", async ({
  as,
  stranger,
}) => {
  const cheung = await as("cheung.waiman");
  const { words, page } = cheung;
  const email = `fong.${randomUUID().slice(0, 8)}@office.example`;
  const name = "FONG Ka Yan";
  await cheung.visit("/admin/people/invite");
  await cheung.type(words("people.invite.email"), email);
  await cheung.type(words("people.invite.name"), name);
  await page.getByLabel(words("people.invite.locale"), { exact: true }).selectOption("zh-Hant");
  await cheung.press(words("people.invite.submit"));
  await cheung.arrivesAt(words("people.title"));
  await expect(page.getByRole("cell", { name: email })).toBeVisible();

  const fong = await stranger({ locale: "zh-Hant", width: 320 });
  fong.knows(name);
  fong.knows(email);
  await fong.page.goto(await mailedLink(fong, email));
  await fong.arrivesAt(fong.words("second_factor.invitation.title"));
  await fong.hands.type(
    fong.page.getByLabel(fong.words("second_factor.invitation.password"), { exact: true }),
    password,
  );
  await fong.press(fong.words("second_factor.invitation.submit"));
  await fong.arrivesAt(fong.words("second_factor.set_up.title"));
  await setAppUp(fong);
  await fong.look();

  await cheung.visit("/admin/people");
  await cheung.follow(name, page.getByRole("main"));
  await cheung.arrivesAt(name);
  await cheung.choose(words("people.give.capability"), words("people.capability.view_statistics"));
  await cheung.press(words("people.give.submit"));
  await expect(page.getByRole("rowheader", { name: words("people.capability.view_statistics") })).toBeVisible();
  await cheung.look();

  // Whoever gains a right signs in anew.
  await fong.page.goto("/zh-Hant/admin");
  await expect(fong.page).toHaveURL(/\/sign-in/);

  await page.getByText(words("people.archive.summary"), { exact: true }).click();
  await cheung.press(words("people.archive.submit", { name }));
  await expect(page.getByText(words("people.gone"))).toBeVisible();
  await cheung.look();
  await cheung.visit("/admin/people?show=archived");
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
});

/** The link of the newest mail to an address, as soon as it is there. */
async function mailedLink({ page, words, locale }: Visitor, email: string): Promise<string> {
  const tab = await page.context().newPage();
  const mail = tab.getByRole("main").getByRole("table").getByRole("link").first();
  await expect(async () => {
    await tab.goto(`/${locale}/demo/mailbox?${new URLSearchParams({ to: email })}`);
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.click();
  await expect(tab.getByRole("link", { name: words("demo.mailbox.back") })).toBeVisible();
  const link = await tab.getByRole("link", { name: words("mail.invitation.link") }).getAttribute("href");
  if (!link) throw new Error("The mail has no link in it.");
  await tab.close();
  return link;
}

/** Sets an authenticator app up with the key that is shown, as it must be before anything else. */
async function setAppUp(visitor: Visitor): Promise<void> {
  const { page, words } = visitor;
  await page.getByText(words("second_factor.set_up.no_camera")).click();
  const secret = (await page.locator("details[open] code").first().innerText()).replace(/\s/g, "");
  await visitor.tick(words("second_factor.set_up.kept"));
  await visitor.type(words("second_factor.set_up.code"), new TOTP({ secret }).generate());
  await visitor.press(words("second_factor.set_up.submit"));
  await page.waitForURL((url) => url.pathname.endsWith("/account"));
}
