import { officeDay } from "@/lib/domain/calendar/working-days";
import { locales } from "@/lib/i18n/locales";
import { dateWords, monthWords } from "@/lib/i18n/dates";
import { expect, test } from "./fixtures";
import { architect, newcomer, signUp, startFiling } from "./professional";
import type { Visitor } from "./visitor";

const taxAdviser = "QH-TAX-HK-CTA";

async function goOn(visitor: Visitor): Promise<void> {
  await visitor.press(visitor.words("common.continue"));
}

/** Has come to a question, which is the heading of its page. */
async function isAsked(visitor: Visitor, heading: string): Promise<void> {
  await visitor.arrivesAt(heading);
}

for (const locale of locales) {
  test(`somebody without script learns that they can file, and finds their answers in the filing, in ${locale}`, async ({
    stranger,
  }) => {
    const visitor = await stranger({ locale, javaScript: false, width: 320 });
    const { words, page } = visitor;

    await visitor.visit("/");
    await visitor.follow(words("eligibility.link.title"));
    await visitor.arrivesAt(words("eligibility.title"));
    await visitor.hands.type(page.getByRole("searchbox", { name: words("eligibility.choose.label") }), "ARB");
    await visitor.press(words("eligibility.choose.button"));
    await visitor.look();
    const chosen = page.locator(`a[href$="/check/${architect}"]`);
    const qualification = (await chosen.innerText()).trim();
    await visitor.hands.press(chosen);
    await visitor.arrivesAt(qualification);
    await visitor.follow(words("eligibility.start.begin"));

    const registered = words("eligibility.question.home_registration", { qualification });
    await isAsked(visitor, registered);
    await visitor.choose(registered, words("common.yes"));
    await visitor.typeDate(words("eligibility.field.home_registration_until"), "2028-12-31");
    await goOn(visitor);

    const document = words("identity.kind.hkid");
    const identity = words("eligibility.question.identity_kind_one", { document });
    await isAsked(visitor, identity);
    await visitor.choose(identity, words("common.yes"));
    await goOn(visitor);

    await test.step("a question left out is asked again", async () => {
      await isAsked(visitor, words("eligibility.question.permit_kind"));
      await goOn(visitor);
      await expect(page.getByRole("alert").first()).toContainText(words("validation.choose_one"));
      await visitor.look();
    });
    await visitor.choose(words("eligibility.question.permit_kind"), words("identity.kind.home_return_permit"));
    await goOn(visitor);

    await isAsked(visitor, words("eligibility.question.record", { years: 0 }));
    await visitor.choose(words("eligibility.question.record", { years: 0 }), words("common.no"));
    await goOn(visitor);

    const paper = words("eligibility.question.papers_one", { paper: words("evidence.employment_proof.name") });
    await isAsked(visitor, paper);
    await visitor.choose(paper, words("eligibility.option.paper_yes"));
    await goOn(visitor);

    await visitor.arrivesAt(words("eligibility.result.can"));
    const { date = "" } = (await page.reload())?.headers() ?? {};
    await expect(page.getByRole("main")).toContainText(dateWords(locale, officeDay(new Date(date))));
    await visitor.follow(words("eligibility.result.start"));

    await visitor.arrivesAt(words("account.demonstration.title"));
    await visitor.follow(words("account.sign_in.create"));
    await signUp(visitor, newcomer(locale));
    await expect(page.getByRole("main")).toContainText(words("eligibility.taken_over.title"));
    await visitor.look();
    await startFiling(visitor);
    await visitor.follow(words("filing.task.declarations.name"));
    const years = { years: 0 };
    const discipline = page.getByRole("group", { name: words("filing.declarations.discipline", years), exact: true });
    await expect(discipline.getByRole("radio", { name: words("common.no"), exact: true })).toBeChecked();
  });
}

test("somebody reads everything that stands in their way at once, with its rule and its cure", async ({ stranger }) => {
  const visitor = await stranger({ locale: "en" });
  const { words, page } = visitor;
  await visitor.visit(`/check/${taxAdviser}`);
  await visitor.follow(words("eligibility.start.begin"));

  await page.getByRole("radio", { name: words("common.yes"), exact: true }).check();
  await visitor.typeDate(words("eligibility.field.home_registration_until"), "2026-10-31");
  await goOn(visitor);
  await isAsked(visitor, "Hong Kong identity card");
  await page.getByRole("radio", { name: words("common.no"), exact: true }).check();
  await goOn(visitor);
  await isAsked(visitor, words("eligibility.question.permit_kind"));
  await page.getByRole("radio", { name: words("eligibility.option.no_permit"), exact: true }).check();
  await goOn(visitor);
  await isAsked(visitor, words("eligibility.question.practice"));
  await visitor.type(words("eligibility.field.years"), "2");
  await visitor.type(words("eligibility.field.months"), "4");
  await goOn(visitor);
  await isAsked(visitor, "In the last 3 years");
  await page.getByRole("radio", { name: words("common.yes"), exact: true }).check();
  await visitor.typeDate(words("eligibility.field.latest"), "2025-02-01");
  await goOn(visitor);
  await isAsked(visitor, words("evidence.employment_proof.name"));
  await page.getByRole("radio", { name: words("eligibility.option.paper_no"), exact: true }).check();
  await goOn(visitor);

  await visitor.arrivesAt(words("eligibility.result.cannot"));
  const obstacles = page.getByRole("main").getByRole("list").first().getByRole("listitem");
  await expect(obstacles).toHaveCount(6);
  await expect(obstacles.nth(3)).toContainText("8 months of practice are missing");
  await expect(obstacles.nth(3)).toContainText(`reached in ${monthWords("en", "2027-07-01")}`);
  await expect(obstacles.nth(4)).toContainText("1 February 2028");
  for (const obstacle of await obstacles.all()) {
    await expect(obstacle).toContainText(words("eligibility.result.cure"));
    await expect(obstacle).toContainText(`List entry ${taxAdviser}, version 1`);
  }

  await test.step("an answer that is changed changes the result", async () => {
    await page.getByRole("link", { name: `${words("common.change")} ${words("eligibility.term.practice")}` }).click();
    await visitor.type(words("eligibility.field.years"), "3");
    await goOn(visitor);
    await visitor.arrivesAt(words("eligibility.result.cannot"));
    await expect(obstacles).toHaveCount(5);
  });
});

test("no question can be skipped by its address, and without answers there is no result", async ({ stranger }) => {
  const visitor = await stranger({ locale: "en" });
  const { page } = visitor;
  for (const later of ["permit_kind", "papers", "result", "practice", "nothing"]) {
    await page.goto(`/en/check/${architect}/${later}`);
    await expect(page).toHaveURL(/\/check\/QH-CON-HK-ARCHITECT\/home_registration$/);
  }
  await visitor.look();
});
