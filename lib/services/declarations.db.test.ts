import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { findLastSubmission } from "@/lib/data/submissions";
import type { Professional } from "@/lib/domain/actor";
import { declarationTextVersion } from "@/lib/domain/filing/questions";
import { answer, answers, completeDraft, openForm } from "@/prisma/testing/filing-scene";
import { architect, monday, openOffice, professional } from "@/prisma/testing/review-office";
import { keyOfPerson, openWords, sealedAbout } from "./person-seal";
import { saveAnswers } from "./save-answers";
import { startFiling } from "./start-filing";
import { submitFiling } from "./submit-filing";
import { viewTask } from "./view-task";

const tuesday = new Date("2026-11-24T03:00:00Z");

beforeAll(openOffice);

let chan: Professional;
let draft: string;

beforeEach(async () => {
  chan = await professional();
  const started = await startFiling(chan, { entry: architect, discipline: "no", penalty: "no" }, monday);
  draft = started.ok ? started.value.id : "";
});

const declare = async (locale: "en" | "zh-Hant", differing: Record<string, string>, now: Date) => {
  const form = await openForm(chan, draft, "declarations", now);
  return saveAnswers(chan, { ...form, task: "declarations", locale, ...answers.declarations, ...differing }, now);
};

async function declarationsSent(): Promise<unknown> {
  const key = await keyOfPerson(database, chan.personId);
  const last = await findLastSubmission(database, draft);
  if (!last) return null;
  const words = openWords(key, last.sealed, sealedAbout.submission(draft, last.round));
  return (JSON.parse(words) as { declarations: unknown }).declarations;
}

test("each declaration is sent in with the version, the language and the time of the text it was made to", async () => {
  await completeDraft(chan, draft, monday);
  expect(await declare("zh-Hant", {}, monday)).toMatchObject({ ok: true });
  // Read again in English, one of them becomes another.
  const changed = { penalty: "yes", details: "A fine in 2020." };
  expect(await declare("en", changed, tuesday)).toMatchObject({ ok: true });
  const { version } = await database.filing.findUniqueOrThrow({ where: { id: draft }, select: { version: true } });
  expect(await submitFiling(chan, { filingId: draft, version }, tuesday)).toMatchObject({ ok: true });

  const [textVersion, at, later] = [declarationTextVersion, monday.toISOString(), tuesday.toISOString()];
  expect(await declarationsSent()).toEqual([
    { question: "details", textVersion, locale: "en", at: later },
    { question: "discipline", textVersion, locale: "zh-Hant", at },
    { question: "penalty", textVersion, locale: "en", at: later },
    { question: "truth", textVersion, locale: "zh-Hant", at },
  ]);
});

test("what the check before it asked is declared only where it is declared", async () => {
  const before = await database.answer.findMany({ where: { filingId: draft }, select: { locale: true } });
  expect(before.map(({ locale }) => locale)).toEqual([null, null]);
  await declare("zh-Hant", {}, monday);
  const after = await database.answer.findMany({ where: { filingId: draft }, select: { locale: true } });
  expect(after.map(({ locale }) => locale)).toEqual(["zh_Hant", "zh_Hant", "zh_Hant"]);
});

test("a mobile number is kept in one form however it was typed", async () => {
  await answer(chan, draft, "contact", { mobile: "00852-9123-4567", in_baseline: "no" }, monday);
  const view = await viewTask(chan, draft, "contact");
  expect(view.ok && view.value.answers["mobile"]).toBe("+852 9123 4567");
  const refused = await answer(chan, draft, "contact", { mobile: "2123 4567", in_baseline: "no" }, monday);
  expect(refused).toMatchObject({ refusal: { fields: { mobile: "validation.mobile" } } });
  // What is wrong is kept as it was typed: no word is lost.
  const again = await viewTask(chan, draft, "contact");
  expect(again.ok && again.value.answers["mobile"]).toBe("2123 4567");
});
