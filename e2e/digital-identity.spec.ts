import { expect } from "@playwright/test";
import { registeredAt, startProvider, type RunningProvider } from "@/prisma/testing/identity-provider";
import { test } from "./fixtures";
import { mailedCode, newcomer, signUp } from "./professional";
import type { Visitor } from "./visitor";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ mode: "serial", timeout: 240_000 });

let provider: RunningProvider;

test.beforeAll(async ({ baseURL }) => {
  provider = await startProvider(String(baseURL), registeredAt);
});
test.afterAll(() => provider.stop());

const nameOf = ({ words }: Visitor) => ({ name: words("digital_identity.provider") });

/** Signs in at the provider, whose page is none of ours. */
async function showThere({ page }: Visitor, name: string) {
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("somebody new makes an account with a digital identity, signs out, and comes in with it again", async ({
  stranger,
}) => {
  const visitor = await stranger();
  const { words, page } = visitor;
  const { email } = newcomer("en");
  provider.people.set(email, { email });
  const enter = async () => {
    await visitor.visit("/sign-in?next=/account/digital-identity");
    await visitor.follow(words("digital_identity.sign_in.button", nameOf(visitor)));
    await showThere(visitor, email);
  };

  await enter();
  await visitor.arrivesAt(words("digital_identity.sign_up.title", nameOf(visitor)));
  await expect(page.getByText(email)).toBeVisible();
  await visitor.press(words("digital_identity.sign_up.submit"));
  await visitor.arrivesAt(words("digital_identity.page.title"));
  await expect(page.getByText(words("digital_identity.page.last_way"))).toBeVisible();

  await visitor.press(words("common.nav.sign_out"));
  await visitor.arrivesAt(words("account.demonstration.title"));
  await enter();
  await visitor.arrivesAt(words("second_factor.code.title"));
  await visitor.type(words("second_factor.code.code"), await mailedCode(visitor, email));
  await visitor.press(words("second_factor.code.submit"));
  await visitor.arrivesAt(words("digital_identity.page.title"));
});

test("somebody without JavaScript links a digital identity on a small screen and removes the link", async ({
  stranger,
}) => {
  const visitor = await stranger({ locale: "zh-Hant", javaScript: false, width: 320 });
  const { words, page } = visitor;
  const person = newcomer("zh-Hant");
  await visitor.visit("/sign-up?next=/account/digital-identity");
  await signUp(visitor, person);
  await visitor.arrivesAt(words("digital_identity.page.title"));

  await visitor.press(words("digital_identity.page.begin"));
  await visitor.arrivesAt(words("digital_identity.link.title", nameOf(visitor)));
  await visitor.follow(words("digital_identity.link.go", nameOf(visitor)));
  await showThere(visitor, person.email);
  await visitor.arrivesAt(words("digital_identity.page.title"));
  await expect(page.getByText(words("digital_identity.page.done_linked"), { exact: true })).toBeVisible();

  await visitor.press(words("digital_identity.page.unlink"));
  await visitor.arrivesAt(words("digital_identity.page.title"));
  await expect(page.getByText(words("digital_identity.page.done_unlinked"), { exact: true })).toBeVisible();
});
