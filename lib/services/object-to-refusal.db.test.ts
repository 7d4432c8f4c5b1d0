import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import {
  architect,
  findAll,
  monday,
  openOffice,
  professional,
  seen,
  staff,
  submittedFiling,
  type Submitted,
} from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { answerHearing } from "./answer-hearing";
import { approveFormally } from "./approve-formally";
import { confirmDecision } from "./confirm-decision";
import { keepObjectionWords } from "./keep-words";
import { objectToRefusal } from "./object-to-refusal";
import { proposeApproval, proposeRefusal } from "./propose-decision";
import { reassignFilings } from "./reassign-filings";
import { runOfficeClock } from "./run-office-clock";
import { startFiling } from "./start-filing";
import { takeOverFiling } from "./take-over-filing";
import { viewUnsent } from "./unsent-words";
import { viewAnswers } from "./view-answers";
import { viewDecision } from "./view-decision";
import { viewExamination } from "./view-examination";
import { viewObjection } from "./view-objection";
import { viewStatus } from "./view-status";

const lastDay = new Date("2026-12-21T02:00:00Z");
const dayAfter = new Date("2026-12-22T02:00:00Z");
const grounds = "The card was valid; page 2 of the copy shows the date.";

let lee: Staff;
let ho: Staff;
let yip: Staff;
let sze: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide", "hold", "reverse"]);
  yip = await staff("Yip Wai Yee", ["examine", "decide"]);
  sze = await staff("Sze Man Kit", ["examine", "decide"]);
});

const code = (result: Result<unknown>) => (result.ok ? "ok" : (result.refusal.condition ?? result.refusal.code));
let cards = 200_000;

/** Examined by Lee, refused by Ho on a Monday. */
async function refused(): Promise<Submitted> {
  const filing = await submittedFiling(monday, { identity_number: `C${String(++cards)}0` });
  const { filingId, applicant } = filing;
  expect(code(await acceptFiling(lee, await seen(filingId), monday))).toBe("ok");
  await findAll(lee, filingId);
  const proposed = { ...(await seen(filingId)), reasons: ["false_statement" as const], note: "Not on the register." };
  expect(code(await proposeRefusal(lee, proposed, monday))).toBe("ok");
  expect(code(await answerHearing(applicant, { ...(await seen(filingId)), statement: "It is." }, monday))).toBe("ok");
  expect(code(await confirmDecision(ho, { ...(await seen(filingId)), note: "" }, monday))).toBe("ok");
  return filing;
}

const objectTo = async ({ applicant, filingId }: Submitted, now: Date, words = grounds) =>
  objectToRefusal(applicant, { ...(await seen(filingId)), grounds: words }, now);

describe("a professional whose filing was refused", () => {
  let filing: Submitted;
  beforeEach(async () => {
    filing = await refused();
  });

  test("is told until when they may object, and that it is over the day after", async () => {
    const objection = async (now: Date) => {
      const view = await viewDecision(filing.applicant, filing.reference, now);
      return view.ok && view.value.objection;
    };
    expect(await objection(lastDay)).toEqual({ is: "open", until: "2026-12-21" });
    expect(await objection(dayAfter)).toEqual({ is: "over", until: "2026-12-21" });
    expect(code(await objectTo(filing, dayAfter))).toBe("objection_in_time");
  });

  test("sees their words, a new promised day and nobody's name, while the refusal stays on record", async () => {
    expect(code(await objectTo(filing, lastDay))).toBe("ok");
    const status = await viewStatus(filing.applicant, filing.reference, lastDay);
    expect(status).toMatchObject({
      ok: true,
      value: { filing: { state: "under_review", turn: { owner: "authority", day: 0, dueOn: "2027-01-04" } } },
    });
    const answers = await viewAnswers(filing.applicant, filing.reference, lastDay);
    expect(answers).toMatchObject({ ok: true, value: { answers: { objection_statement: grounds } } });
    const kept = await database.decision.findMany({
      where: { filingId: filing.filingId },
      orderBy: { decidedAt: "asc" },
    });
    expect(kept.map(({ stage, outcome }) => `${stage} ${outcome}`).sort()).toEqual([
      "confirmation refuse",
      "proposal refuse",
    ]);
    const mails = await database.mail.findMany({ where: { accountId: filing.applicant.accountId } });
    expect(mails.filter(({ template }) => template === "objection_received")).toHaveLength(1);
  });

  test("finds what they typed on any device, also after another window wrote, until it is sent or the 28 days are over", async () => {
    const { applicant, filingId, reference } = filing;
    const { typed } = await viewUnsent(applicant, filingId, "objection");
    const [one, two] = [randomUUID(), randomUUID()].map((form) => ({ form, typed }));
    if (!one || !two) throw new Error("Two windows were opened.");
    const type = (window: typeof one, words: string, now = monday) =>
      keepObjectionWords(applicant, { filingId, ...window, grounds: words }, now);
    expect(code(await type(one, "The card was"))).toBe("ok");
    expect(code(await type(one, grounds))).toBe("ok");
    expect(code(await type(two, "Other words."))).toBe("stale");
    expect((await viewUnsent(applicant, filingId, "objection")).words).toEqual({ grounds });
    await runOfficeClock(lastDay);
    expect((await viewUnsent(applicant, filingId, "objection")).words).toEqual({ grounds });

    const stranger = await professional();
    expect(code(await keepObjectionWords(stranger, { filingId, ...one, grounds: "Mine." }, monday))).toBe("not_found");
    const send = async () => objectToRefusal(applicant, { ...(await seen(filingId)), ...two, grounds }, lastDay);
    expect(code(await send())).toBe("ok");
    expect(await database.unsentWords.count({ where: { filingId } })).toBe(0);
    expect(await viewObjection(applicant, reference, lastDay)).toMatchObject({
      ok: true,
      value: {
        is: "made",
        grounds,
        refusedOn: "2026-11-23",
        reasons: { reasonCodes: ["false_statement"], note: "Not on the register." },
      },
    });
  });

  test("leaves nothing behind that they typed and never sent", async () => {
    const { applicant, filingId, reference } = filing;
    const window = { form: randomUUID(), typed: (await viewUnsent(applicant, filingId, "objection")).typed };
    expect(code(await keepObjectionWords(applicant, { filingId, ...window, grounds }, lastDay))).toBe("ok");
    await runOfficeClock(dayAfter);
    expect(await database.unsentWords.count({ where: { filingId } })).toBe(0);
    expect(code(await keepObjectionWords(applicant, { filingId, ...window, grounds }, dayAfter))).toBe(
      "objection_in_time",
    );
    expect(code(await viewObjection(applicant, reference, dayAfter))).toBe("wrong_status");
  });

  test("objects once, however often they press", async () => {
    const pressed = await seen(filing.filingId);
    const all = await Promise.all(
      Array.from({ length: 4 }, () => objectToRefusal(filing.applicant, { ...pressed, grounds }, lastDay)),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.event.count({ where: { filingId: filing.filingId, type: "refusal_objected" } })).toBe(1);
  });

  test("does not object while another filing for the same entry is open", async () => {
    await database.bar.updateMany({ where: { filingId: filing.filingId }, data: { liftedOn: monday } });
    expect(code(await startFiling(filing.applicant, { entry: architect }, monday))).toBe("ok");
    expect(await viewDecision(filing.applicant, filing.reference, monday)).toMatchObject({
      ok: true,
      value: { objection: { is: "beside" } },
    });
    expect(code(await objectTo(filing, monday))).toBe("none_beside");
  });

  test("is the only one who may object, and it must be to what they saw", async () => {
    const stranger = await professional();
    const pressed = { ...(await seen(filing.filingId)), grounds };
    expect(code(await objectToRefusal(stranger, pressed, monday))).toBe("not_found");
    const stale = { ...pressed, version: pressed.version - 1 };
    expect(code(await objectToRefusal(filing.applicant, stale, monday))).toBe("stale");
  });
});

describe("after an objection", () => {
  let filing: Submitted;
  beforeEach(async () => {
    filing = await refused();
    expect(code(await objectTo(filing, monday))).toBe("ok");
  });

  test("whoever examined or refused takes no step, and is given none", async () => {
    const { filingId, version } = await seen(filing.filingId);
    for (const colleague of [lee, ho]) {
      expect(code(await takeOverFiling(colleague, { filingId, version }, monday))).toBe("forbidden");
      const handed = {
        filings: [{ id: filingId, version }],
        to: colleague.accountId,
        reason: "reviewer_away" as const,
      };
      expect(code(await reassignFilings(ho, handed, monday))).toBe("cannot_take");
    }
    const handed = { filings: [{ id: filingId, version }], to: "evenly", reason: "reviewer_away" as const };
    expect(code(await reassignFilings(ho, handed, monday))).toBe("ok");
    const { reviewerId } = await database.filing.findUniqueOrThrow({ where: { id: filingId } });
    expect([yip.accountId, sze.accountId]).toContain(reviewerId);
  });

  test("every check is made anew, and nobody approves alone", async () => {
    const { filingId, reference } = filing;
    expect(code(await takeOverFiling(yip, await seen(filingId), monday))).toBe("ok");
    const view = await viewExamination(yip, reference, monday);
    expect(view).toMatchObject({ ok: true, value: { objection: grounds, hearing: null } });
    expect(view.ok && view.value.checks.filter(({ finding }) => finding !== null)).toEqual([]);
    await findAll(yip, filingId);
    expect(code(await approveFormally(yip, await seen(filingId), monday))).toBe("formal_ready");
    const found = await viewExamination(yip, reference, monday);
    expect(found.ok && found.value.formal.filter(({ met }) => !met)).toEqual([{ rule: "never_refused", met: false }]);
  });

  test("two others may approve: the registration begins, the bar falls, and both decisions stay", async () => {
    const { filingId, applicant, reference } = filing;
    expect(code(await takeOverFiling(yip, await seen(filingId), monday))).toBe("ok");
    await findAll(yip, filingId);
    const { scopeEn, scopeZhHant, scopeZhHans } = await database.listEntryVersion.findFirstOrThrow({
      where: { entryCode: architect, state: "published" },
    });
    const scope = { scope_en: scopeEn, scope_zh_hant: scopeZhHant, scope_zh_hans: scopeZhHans };
    expect(code(await proposeApproval(yip, { ...(await seen(filingId)), ...scope, note: "" }, monday))).toBe("ok");
    for (const colleague of [lee, ho, yip]) {
      expect(code(await confirmDecision(colleague, { ...(await seen(filingId)), note: "" }, monday))).toBe("forbidden");
    }
    expect(code(await confirmDecision(sze, { ...(await seen(filingId)), note: "" }, monday))).toBe("ok");

    expect(await database.registration.count({ where: { filingId } })).toBe(1);
    const { liftedOn } = await database.bar.findFirstOrThrow({ where: { filingId } });
    expect(liftedOn?.toISOString().slice(0, 10)).toBe("2026-11-23");
    expect(await viewDecision(applicant, reference, monday)).toMatchObject({
      ok: true,
      value: { outcome: "approved", reasons: { reasonCodes: ["meets_every_condition"] }, barredUntil: null },
    });
    expect(await database.decision.count({ where: { filingId, stage: "confirmation" } })).toBe(2);
  });

  test("a second refusal is the last word, with reasons of its own and no further objection", async () => {
    const { filingId, applicant, reference } = filing;
    expect(code(await takeOverFiling(yip, await seen(filingId), monday))).toBe("ok");
    const proposed = { ...(await seen(filingId)), reasons: ["papers_not_proven" as const], note: "Page 2 is missing." };
    expect(code(await proposeRefusal(yip, proposed, monday))).toBe("ok");
    expect(code(await answerHearing(applicant, { ...(await seen(filingId)), statement: "See." }, monday))).toBe("ok");
    expect(code(await confirmDecision(sze, { ...(await seen(filingId)), note: "" }, monday))).toBe("ok");
    expect(await viewDecision(applicant, reference, monday)).toMatchObject({
      ok: true,
      value: {
        outcome: "refused",
        reasons: { reasonCodes: ["papers_not_proven"], note: "Page 2 is missing." },
        objection: { is: "made" },
      },
    });
    expect(await viewObjection(applicant, reference, monday)).toMatchObject({
      ok: true,
      value: { is: "made", reasons: { reasonCodes: ["false_statement"], note: "Not on the register." } },
    });
    expect(code(await objectTo(filing, monday))).toBe("not_objected");
  });
});
