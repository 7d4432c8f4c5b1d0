import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import type { refusalReasons } from "@/lib/domain/filing/checks";
import type { SameOrNot } from "@/lib/domain/filing/look-alikes";
import type { Result } from "@/lib/domain/result";
import {
  architect,
  completeDraft,
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
import { confirmDecision } from "./confirm-decision";
import { proposeRefusal } from "./propose-decision";
import { ruleOnLookAlike } from "./rule-on-look-alike";
import { startFiling } from "./start-filing";
import { submitFiling } from "./submit-filing";
import { viewDecision } from "./view-decision";
import { viewExamination } from "./view-examination";
import { viewMyData } from "./view-my-data";
import { viewNewFiling } from "./view-new-filing";
import { withdrawFiling } from "./withdraw-filing";

const lastDay = "2031-11-23";
const onLastDay = new Date("2031-11-23T02:00:00Z");
const dayAfter = new Date("2031-11-24T02:00:00Z");

let lee: Staff;
let ho: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide"]);
});

const code = (result: Result<unknown>) => (result.ok ? "ok" : (result.refusal.condition ?? result.refusal.code));

let cards = 100_000;
async function refused(reasons: (typeof refusalReasons)[number][]): Promise<Submitted & { card: string }> {
  const card = `B${String(++cards)}0`;
  const filing = await submittedFiling(monday, { identity_number: card });
  const { filingId, applicant } = filing;
  expect(code(await acceptFiling(lee, await seen(filingId), monday))).toBe("ok");
  await findAll(lee, filingId);
  expect(code(await proposeRefusal(lee, { ...(await seen(filingId)), reasons, note: "No." }, monday))).toBe("ok");
  expect(code(await answerHearing(applicant, { ...(await seen(filingId)), statement: "No." }, monday))).toBe("ok");
  expect(code(await confirmDecision(ho, { ...(await seen(filingId)), note: "" }, monday))).toBe("ok");
  return { ...filing, card };
}

async function entryIn(field: string): Promise<string> {
  const { entryCode } = await database.listEntryVersion.findFirstOrThrow({
    where: {
      state: "published",
      confirmed: true,
      filedBy: "professional",
      effectiveTo: null,
      entry: { fieldCode: field },
    },
  });
  return entryCode;
}

describe("whoever was refused for an untrue statement", () => {
  test("is told until when, and begins no filing in the field before it is over", async () => {
    const { applicant, filingId, reference } = await refused(["false_statement", "papers_not_proven"]);
    expect(await viewDecision(applicant, filingId, monday)).toMatchObject({
      ok: true,
      value: { barredUntil: lastDay },
    });
    expect(await viewDecision(applicant, filingId, onLastDay)).toMatchObject({ value: { barredUntil: lastDay } });
    expect(await viewDecision(applicant, filingId, dayAfter)).toMatchObject({ value: { barredUntil: null } });
    expect(await viewNewFiling(applicant, architect, {}, monday)).toMatchObject({
      ok: true,
      value: { closed: "barred", barredUntil: lastDay },
    });
    expect(code(await startFiling(applicant, { entry: architect }, onLastDay))).toBe("barred");
    expect(code(await startFiling(applicant, { entry: architect }, dayAfter))).toBe("ok");
    const bar = { field: "construction", until: lastDay, reasonCodes: ["false_statement"] };
    expect(await viewMyData(applicant, onLastDay)).toMatchObject({
      bars: [{ ...bar, stands: true }],
      kept: expect.arrayContaining([{ reason: "bar", about: reference, until: lastDay }]) as unknown,
    });
    expect(await viewMyData(applicant, dayAfter)).toMatchObject({ bars: [{ ...bar, stands: false }] });
    const event = await database.event.findFirstOrThrow({ where: { filingId, type: "filing_refused" } });
    expect(event.payload).toMatchObject({ barredUntil: lastDay });
  });

  test("may file in every other field", async () => {
    const { applicant } = await refused(["false_statement"]);
    const elsewhere = await entryIn("tax");
    expect(code(await startFiling(applicant, { entry: elsewhere }, monday))).toBe("ok");
  });

  test("leaves whoever has the same number free to file, and learning nothing; only staff are told", async () => {
    const { applicant, card, reference } = await refused(["false_statement"]);
    // Not even once the data of whoever was refused is erased is it lost on staff.
    await database.identityDocument.deleteMany({ where: { personId: applicant.personId } });
    const owner = await professional();
    expect(await viewNewFiling(owner, architect, {}, monday)).toMatchObject({ value: { closed: null } });
    const filing = await submittedFiling(monday, { identity_number: card.toLowerCase() }, owner);
    expect(await viewNewFiling(owner, architect, {}, monday)).toMatchObject({ value: { barredUntil: null } });
    const bars = [{ until: lastDay, reference, ground: "identity_number" }];
    expect(await viewExamination(lee, filing.reference, monday)).toMatchObject({ ok: true, value: { bars } });
  });

  test("submits nothing under another account once it is ruled to be theirs", async () => {
    const { applicant, card, reference } = await refused(["false_statement"]);
    const again = await professional();
    const other = await submittedFiling(monday, { identity_number: card }, again);
    const said = { filingId: other.filingId, personId: applicant.personId, reason: "One face." };
    const rule = (ruling: SameOrNot, revision: number) => ruleOnLookAlike(lee, { ...said, ruling, revision }, monday);
    expect(code(await rule("same_person", 0))).toBe("ok");
    const bars = [{ until: lastDay, reference, ground: "ruled_same" }];
    expect(await viewExamination(lee, other.reference, monday)).toMatchObject({ value: { bars } });
    expect(code(await withdrawFiling(again, await seen(other.filingId), monday))).toBe("ok");
    expect(code(await startFiling(again, { entry: architect }, monday))).toBe("barred");
    const filingId = await completeDraft(again, monday, { identity_number: card });
    expect(code(await submitFiling(again, { filingId, version: 1 }, monday))).toBe("barred");
    expect(await database.submission.count({ where: { filingId } })).toBe(0);
    expect(await database.filing.findUniqueOrThrow({ where: { id: filingId } })).toMatchObject({
      state: "draft",
      version: 1,
      reference: null,
    });
  });

  test("is barred for as long as the authority says, and not where it says nothing", async () => {
    await database.barLength.updateMany({ where: { reasonCode: "false_statement" }, data: { years: 2 } });
    const { applicant, filingId } = await refused(["false_statement"]);
    expect(await viewDecision(applicant, filingId, monday)).toMatchObject({ value: { barredUntil: "2028-11-23" } });
    await database.barLength.updateMany({ where: { reasonCode: "false_statement" }, data: { years: 5 } });
    const cured = await refused(["papers_not_proven"]);
    expect(await viewDecision(cured.applicant, cured.filingId, monday)).toMatchObject({ value: { barredUntil: null } });
    expect(code(await startFiling(cured.applicant, { entry: architect }, monday))).toBe("ok");
  });
});

test("a bar is written once and never changed, but for the day on which it is lifted", async () => {
  const { filingId, applicant } = await refused(["false_statement"]);
  const [bar] = await database.bar.findMany({ where: { filingId } });
  if (!bar) throw new Error("Nobody is barred.");
  const change = (data: object) => database.bar.update({ where: { id: bar.id }, data });
  await expect(change({ until: monday })).rejects.toThrow();
  await expect(database.bar.delete({ where: { id: bar.id } })).rejects.toThrow();
  await expect(database.bar.create({ data: { ...bar, id: crypto.randomUUID() } })).rejects.toThrow();
  await change({ liftedOn: monday });
  await expect(change({ liftedOn: null })).rejects.toThrow();
  expect(code(await startFiling(applicant, { entry: architect }, monday))).toBe("ok");
});
