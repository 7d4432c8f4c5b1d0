import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { removeAnswers } from "@/lib/data/answers";
import { database, transaction } from "@/lib/data/client";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { insertRequest } from "@/lib/data/requests";
import { answers, answer, completeDraft, openForm, putPaper } from "@/prisma/testing/filing-scene";
import type { Professional } from "@/lib/domain/actor";
import { architect, monday, openOffice, professional, staff } from "@/prisma/testing/review-office";
import { withdrawConsent } from "./give-consent";
import { autosaveAnswers, saveAnswers } from "./save-answers";
import { startFiling } from "./start-filing";
import { submitFiling } from "./submit-filing";
import { answerItem, supplementFiling } from "./supplement-filing";
import { takeStep } from "./take-step";
import { viewRequest } from "./view-request";
import { viewTask } from "./view-task";
import { writeSubmission } from "./write-submission";

const tuesday = new Date("2026-11-24T03:00:00Z");

let chan: Professional;
let filingId: string;

beforeAll(openOffice);

beforeEach(async () => {
  chan = await professional();
  const started = await startFiling(chan, { entry: architect }, monday);
  if (!started.ok) throw new Error(started.refusal.code);
  filingId = started.value.id;
  await completeDraft(chan, filingId, monday);
  await submitFiling(chan, { filingId, version: 1 }, monday);
});

/** A reviewer asks for these things, and the professional opens the notice. */
async function ask(...subjects: string[]): Promise<string[]> {
  const lee = await staff("Lee Ka Fai", ["examine"]);
  await transaction(async (db) => {
    const asked = await takeStep(db, lee, { filingId, version: 2, action: "request_information" }, monday);
    if (!asked.ok) throw new Error(asked.refusal.code);
    await insertRequest(db, {
      filingId,
      outcome: "close_no_response",
      sentById: lee.accountId,
      sentAt: monday,
      dueOn: asked.value.standing.dueOn ?? "",
      items: subjects.map((subject) => ({ subject, text: "Please look at this again." })),
    });
  });
  const request = await viewRequest(chan, filingId, tuesday);
  return request.ok ? request.value.items.map(({ id }) => id) : [];
}

const say = (itemId = "", words = "As it stands.") => answerItem(chan, { filingId, itemId, answer: words }, tuesday);
const send = () => supplementFiling(chan, { filingId, version: 3 }, tuesday);

/** The same filing, had it been sent in before the question was ever asked. */
async function sentWithout(question: string): Promise<void> {
  await transaction(async (db) => {
    await removeAnswers(db, filingId, [question]);
    const row = await findFilingFacts(db, filingId);
    if (row) await writeSubmission(db, row, row.reference ?? "", monday);
  });
}

describe("somebody who is asked for one answer", () => {
  test("finds that one as a field, and every other of the page as it was sent", async () => {
    await ask("question:home_registration_number");
    const page = await viewTask(chan, filingId, "home_registration");
    expect(page).toMatchObject({
      value: { mayChange: true, locked: ["home_registered_on", "home_registration_until"] },
    });
  });

  test("sends only what the form holds: what is not asked for need not be said again", async () => {
    const [item] = await ask("question:home_registration_number");
    const form = await openForm(chan, filingId, "home_registration", tuesday);
    const typed = { ...form, task: "home_registration" as const, home_registration_number: "A-77" };
    expect((await saveAnswers(chan, typed, tuesday)).ok).toBe(true);
    expect((await say(item, "")).ok).toBe(true);
    expect((await send()).ok).toBe(true);
    const [event] = await database.event.findMany({ where: { filingId, type: "filing_supplemented" } });
    expect(event?.payload).toMatchObject({ changed: ["question:home_registration_number"] });
  });

  test("may go on typing what came up with it, saved or not", async () => {
    await ask("question:discipline");
    const yes = {
      ...(await openForm(chan, filingId, "declarations", tuesday)),
      task: "declarations",
      discipline: "yes",
    } as const;
    expect((await autosaveAnswers(chan, yes, tuesday)).ok).toBe(true);
    expect(await saveAnswers(chan, yes, tuesday)).toMatchObject({
      refusal: { fields: { details: "validation.required" } },
    });
    expect((await saveAnswers(chan, { ...yes, details: "A reprimand in 2011." }, tuesday)).ok).toBe(true);
    const back = await answer(chan, filingId, "declarations", { discipline: "no" }, tuesday);
    expect(back.ok).toBe(true);
  });

  test("is not kept from answering by a question that came after the filing was sent", async () => {
    const [item] = await ask("question:home_registration");
    await sentWithout("mobile");
    expect((await say(item)).ok).toBe(true);
    expect((await send()).ok).toBe(true);
  });

  test("must still give what is asked for", async () => {
    const [item] = await ask("question:contact");
    await sentWithout("mobile");
    expect(await say(item)).toMatchObject({ refusal: { fields: { answer: "validation.item_incomplete" } } });
    await answer(chan, filingId, "contact", answers.contact, tuesday);
    expect((await say(item)).ok).toBe(true);
    await transaction((db) => removeAnswers(db, filingId, ["mobile"]));
    expect(await send()).toMatchObject({ refusal: { condition: "complete_and_open" } });
  });

  test("may answer after taking a consent back", async () => {
    const [item] = await ask("question:home_registration");
    await say(item);
    await withdrawConsent(chan, { filingId, purpose: "publication" }, tuesday);
    expect((await send()).ok).toBe(true);
  });
});

describe("what nobody asked for", () => {
  test("is compared with what was sent, and an answer that differs stops the sending", async () => {
    const [item] = await ask("question:home_registration");
    await say(item);
    const filing = { filingId_question: { filingId, question: "position" } };
    await database.answer.update({ where: filing, data: { value: "Director" } });
    expect(await send()).toMatchObject({ refusal: { code: "unmet", condition: "rest_unchanged" } });
    await database.answer.update({ where: filing, data: { value: answers.institution.position } });
    expect((await send()).ok).toBe(true);
  });

  test("is a file as well: another one for the same paper stops the sending", async () => {
    const [item] = await ask("paper:travel_permit");
    await say(item);
    await putPaper(chan, filingId, "id_hkid", tuesday);
    expect(await send()).toMatchObject({ refusal: { condition: "rest_unchanged" } });
    expect(await database.submission.count({ where: { filingId } })).toBe(1);
    expect(await database.filing.findUniqueOrThrow({ where: { id: filingId } })).toMatchObject({
      state: "awaiting_applicant",
    });
  });
});
