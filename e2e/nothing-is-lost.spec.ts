import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { architect, consent, mailedCode, newcomer, openTask, signUp, startFiling } from "./professional";
import type { Visitor } from "./visitor";

// A long way, which is given the time it takes on a small machine.
test.describe.configure({ timeout: 480_000 });

test("whatever happens on the way, no word that was typed is lost", async ({ stranger }) => {
  const visitor = await stranger({ locale: "en" });
  const { page, words } = visitor;
  const person = newcomer("en");
  const institution = words("filing.question.institution_name");
  const position = words("filing.question.position");

  await visitor.visit(`/sign-up?${new URLSearchParams({ next: `/filings/new?entry=${architect}` })}`);
  await signUp(visitor, person);
  await startFiling(visitor);
  await consent(visitor);
  const filing = new URL(page.url()).pathname.replace(/^\/\w+/, "") as `/${string}`;

  await test.step("what is typed is kept without pressing anything", async () => {
    await openTask(visitor, "institution");
    await visitor.choose(words("filing.question.institution_place"), words("filing.place.qianhai"));
    await visitor.typeDate(words("filing.question.employed_since"), "2019-06-01");
    await typeUntilSaved(visitor, institution, "Harbour Design Limited");
    await page.reload();
    await expectTyped(page, institution, "Harbour Design Limited");
  });

  await test.step("the line breaks while somebody types, and comes back", async () => {
    await page.context().setOffline(true);
    await visitor.type(position, "Associate");
    await expect(page.getByText(words("form.autosave.later"))).toBeVisible();
    await untilSaved(visitor, () => page.context().setOffline(false));
    await page.reload();
    await expectTyped(page, position, "Associate");
  });

  await test.step("the line breaks when the button is pressed: the words stay in the form", async () => {
    await visitor.type(position, "Senior Associate");
    await page.context().setOffline(true);
    await visitor.press(words("common.continue"));
    await expect(page.getByText(words("errors.unmet.broken_line"))).toBeVisible();
    await expectTyped(page, position, "Senior Associate");
    await untilSaved(visitor, () => page.context().setOffline(false));
  });

  await test.step("somebody reads on in another language", async () => {
    await typeUntilSaved(visitor, position, "Director");
    await visitor.follow("简体中文");
    const reading = visitor.readingIn("zh-Hans");
    reading.knows("Harbour Design Limited Director");
    await reading.arrivesAt(reading.words("filing.task.institution.title"));
    await expectTyped(page, reading.words("filing.question.institution_name"), "Harbour Design Limited");
    await expectTyped(page, reading.words("filing.question.position"), "Director");
    await reading.follow("English");
    await visitor.arrivesAt(words("filing.task.institution.title"));
  });

  await test.step("the session ends elsewhere while somebody types: after signing in again the words are there", async () => {
    await (await import("@/prisma/testing/end-sessions")).endSessions(person.email);
    await visitor.type(position, "Managing Director");
    await visitor.press(words("common.continue"));
    await expect(page.getByText(words("errors.unauthenticated"))).toBeVisible();
    await expectTyped(page, position, "Managing Director");

    await page.reload();
    await visitor.arrivesAt(words("account.demonstration.title"));
    await expect(page.getByText(words("account.sign_in.ended"))).toBeVisible();
    await untilSaved(visitor, () => signIn(visitor, person.email));
    await visitor.arrivesAt(words("filing.task.institution.title"));
    await expectTyped(page, institution, "Harbour Design Limited");
    await expectTyped(page, position, "Managing Director");
  });

  await test.step("two tabs: neither writes over the other unseen", async () => {
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await expectTyped(tab, position, "Managing Director");
    await tab.getByRole("textbox", { name: position, exact: true }).fill("Partner");
    await expect(tab.getByText(/^Saved/)).toBeVisible();
    await tab.close();

    await visitor.type(position, "Founder");
    await visitor.press(words("common.continue"));
    await expect(page.getByText(words("filing.form.stale"))).toBeVisible();
    await expectTyped(page, position, "Founder");
  });

  await test.step("on another device everything is where it was", async () => {
    const elsewhere = await stranger({ locale: "en" });
    elsewhere.knows(Object.values(person).join(" "));
    await elsewhere.visit(`/sign-in?next=${filing}/institution`);
    await signIn(elsewhere, person.email);
    await elsewhere.arrivesAt(words("second_factor.code.title"));
    await elsewhere.type(words("second_factor.code.code"), await mailedCode(elsewhere, person.email));
    await elsewhere.press(words("second_factor.code.submit"));
    await elsewhere.arrivesAt(words("filing.task.institution.title"));
    await expectTyped(elsewhere.page, institution, "Harbour Design Limited");
    await expectTyped(elsewhere.page, position, "Partner");
  });
});

test("somebody without JavaScript whose session ended while they typed finds the words again after signing in", async ({
  stranger,
}) => {
  const visitor = await stranger({ locale: "zh-Hant", javaScript: false });
  const { page, words } = visitor;
  const person = newcomer("zh-Hant");
  const institution = words("filing.question.institution_name");

  await visitor.visit(`/sign-up?${new URLSearchParams({ next: `/filings/new?entry=${architect}` })}`);
  await signUp(visitor, person);
  await startFiling(visitor);
  await consent(visitor);
  await openTask(visitor, "institution");
  await visitor.type(institution, "Harbour Design Limited");
  await (await import("@/prisma/testing/end-sessions")).endSessions(person.email);
  await visitor.press(words("common.continue"));

  await visitor.arrivesAt(words("account.demonstration.title"));
  await signIn(visitor, person.email);
  await visitor.arrivesAt(words("filing.task.institution.title"));
  await expect(page.getByText(words("form.resumed"))).toBeVisible();
  await expectTyped(page, institution, "Harbour Design Limited");
});

/** Signs in on the page that asks for it. */
async function signIn(visitor: Visitor, email: string) {
  const { page, words, hands } = visitor;
  await visitor.type(words("account.sign_in.email"), email);
  await hands.type(page.getByLabel(words("account.sign_in.password"), { exact: true }), "harbour ferry at dusk");
  await visitor.press(words("account.sign_in.submit"));
}

function typeUntilSaved(visitor: Visitor, label: string, text: string) {
  return untilSaved(visitor, () => visitor.type(label, text));
}

/** Does something after which what was typed is sent, and waits until the page says that it has arrived. */
async function untilSaved({ page, words }: Visitor, act: () => Promise<unknown>) {
  const arrived = page.waitForResponse(
    (response) => response.request().method() === "POST" && isOfTask(response.url()),
  );
  await act();
  await arrived;
  const saved = words("form.autosave.saved", { time: "" }).trim();
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
}

const isOfTask = (url: string) => new URL(url).pathname.endsWith("/institution");

async function expectTyped(page: Page, label: string, text: string) {
  await expect(page.getByRole("textbox", { name: label, exact: true })).toHaveValue(text);
}
