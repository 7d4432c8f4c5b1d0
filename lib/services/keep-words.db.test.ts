import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { erasePerson } from "@/lib/data/erasure";
import type { Professional, Staff } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { askedFiling } from "@/prisma/testing/asked-filing";
import {
  completeDraft,
  filingNow,
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
import { exportMyData } from "./export-my-data";
import { keepHearingWords, keepItemWords, keepJobWords } from "./keep-words";
import { proposeRefusal } from "./propose-decision";
import { runOfficeClock } from "./run-office-clock";
import { saveJob } from "./save-answers";
import { answerItem, supplementFiling } from "./supplement-filing";
import { viewUnsent } from "./unsent-words";
import { viewRequest } from "./view-request";
import { viewTask } from "./view-task";
import { withdrawFiling } from "./withdraw-filing";

const tooLate = new Date("2027-01-20T02:00:00Z");

let lee: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
});

const unsent = (filingId: string) => database.unsentWords.findMany({ where: { filingId }, select: { place: true } });
const refusalOf = (result: Result<unknown>) => (result.ok ? null : (result.refusal.condition ?? result.refusal.code));

/** A window in which the item of an open notice is seen as it stands. */
async function itemWindow({ applicant, filingId }: Pick<Submitted, "applicant" | "filingId">) {
  const view = await viewRequest(applicant, filingId, monday);
  const item = view.ok ? view.value.items[0] : undefined;
  if (!item) throw new Error("Nothing is asked.");
  const window = { filingId, itemId: item.id, form: randomUUID(), typed: item.typed };
  return {
    item,
    type: async (answer: string, now = monday) => keepItemWords(applicant, { ...window, answer }, now),
    mark: async (answer: string) => answerItem(applicant, { ...window, answer }, monday),
  };
}

describe("the answer to an item", () => {
  test("is kept while it is typed, sealed, and stands in its form on any device until it is marked", async () => {
    const filing = await askedFiling(lee);
    const desk = await itemWindow(filing);
    expect((await desk.type("Since 20")).ok).toBe(true);
    expect((await desk.type("Since 2020.")).ok).toBe(true);
    const [row] = await database.unsentWords.findMany({ where: { filingId: filing.filingId } });
    expect(Buffer.from(row?.sealed ?? []).toString()).not.toContain("Since");

    const telephone = await itemWindow(filing);
    expect(telephone.item).toMatchObject({ words: "Since 2020.", answer: null, isAnswered: false });
    expect((await telephone.mark("Since 2020.")).ok).toBe(true);
    expect(await unsent(filing.filingId)).toEqual([]);
    expect((await itemWindow(filing)).item).toMatchObject({ words: "Since 2020.", isAnswered: true });
  });

  test("is open again when other words are typed over it, so that none of them is left behind", async () => {
    const filing = await askedFiling(lee);
    const window = await itemWindow(filing);
    await window.mark("Since 2020.");
    expect((await window.type("Since 2021.")).ok).toBe(true);
    expect((await itemWindow(filing)).item).toMatchObject({ words: "Since 2021.", isAnswered: false });
    const early = await supplementFiling(filing.applicant, await seen(filing.filingId), monday);
    expect(refusalOf(early)).toBe("complete_and_open");
    await window.mark("Since 2021.");
    expect((await supplementFiling(filing.applicant, await seen(filing.filingId), monday)).ok).toBe(true);
    const items = await database.requestItem.findMany({ where: { request: { filingId: filing.filingId } } });
    expect(items.map(({ answer }) => answer)).toEqual(["Since 2021."]);
  });

  test("of two windows is the first one's; the other is told, and writes over it only by pressing again", async () => {
    const filing = await askedFiling(lee);
    const [one, two] = [await itemWindow(filing), await itemWindow(filing)];
    await one.type("From the first.");
    expect(refusalOf(await two.type("From the second."))).toBe("stale");
    expect((await itemWindow(filing)).item.words).toBe("From the first.");
    expect(refusalOf(await two.mark("From the second."))).toBe("stale");
    expect(refusalOf(await two.type("From the second."))).toBe("stale");
    expect((await two.mark("From the second.")).ok).toBe(true);
    expect((await itemWindow(filing)).item).toMatchObject({ words: "From the second.", isAnswered: true });
    expect(refusalOf(await one.type("From the first, again."))).toBe("stale");
  });

  test("is not kept for anybody else, nor when the last day is over", async () => {
    const filing = await askedFiling(lee);
    const window = await itemWindow(filing);
    expect(refusalOf(await window.type("Late.", tooLate))).toBe("in_time");
    const stranger = await professional("黃小玲");
    const typed = { filingId: filing.filingId, itemId: window.item.id, form: randomUUID(), typed: "", answer: "Mine." };
    expect(refusalOf(await keepItemWords(stranger, typed, monday))).toBe("not_found");
    expect(await viewUnsent(stranger, filing.filingId, `item:${window.item.id}`)).toMatchObject({ words: null });
  });

  test.each(["withdrawn", "closed"] as const)("is forgotten when the filing is %s", async (how) => {
    const filing = await askedFiling(lee);
    await (await itemWindow(filing)).type("Since 2020.");
    if (how === "withdrawn") await withdrawFiling(filing.applicant, await seen(filing.filingId), monday);
    else await runOfficeClock(tooLate);
    expect((await filingNow(filing.filingId)).state).toBe(how === "closed" ? "closed_no_response" : "withdrawn");
    expect(await unsent(filing.filingId)).toEqual([]);
  });

  test("is in one's copy of everything, and goes with everything", async () => {
    const filing = await askedFiling(lee);
    await (await itemWindow(filing)).type("Since 2020.");
    const copy = await exportMyData(filing.applicant, "json", monday);
    expect(copy.filings[0]?.typed_and_not_sent).toMatchObject([{ words: { answer: "Since 2020." } }]);
    await transaction((db) => erasePerson(db, filing.applicant.personId));
    expect(await unsent(filing.filingId)).toEqual([]);
  });
});

describe("the answer to a proposed refusal", () => {
  test("is kept while it is typed, told apart in two windows, and forgotten when it is sent", async () => {
    const filing = await submittedFiling();
    const { applicant, filingId } = filing;
    await acceptFiling(lee, await seen(filingId), monday);
    await findAll(lee, filingId, monday, { institution: "not_met" });
    const reasons = { reasons: ["papers_not_proven" as const], note: "Not proven." };
    expect((await proposeRefusal(lee, { ...(await seen(filingId)), ...reasons }, monday)).ok).toBe(true);

    const { typed } = await viewUnsent(applicant, filingId, "hearing");
    const [one, two] = [randomUUID(), randomUUID()].map((form) => ({ form, typed }));
    if (!one || !two) throw new Error("Two windows were opened.");
    const type = (window: typeof one, statement: string) =>
      keepHearingWords(applicant, { filingId, ...window, statement }, monday);
    expect((await type(one, "It is")).ok).toBe(true);
    expect((await type(one, "It is proven.")).ok).toBe(true);
    expect(refusalOf(await type(two, "I disagree."))).toBe("stale");
    expect((await viewUnsent(applicant, filingId, "hearing")).words).toEqual({ statement: "It is proven." });

    const send = async () =>
      answerHearing(applicant, { ...(await seen(filingId)), ...two, statement: "I disagree." }, monday);
    expect(refusalOf(await send())).toBe("written_elsewhere");
    expect((await send()).ok).toBe(true);
    expect(await unsent(filingId)).toEqual([]);
    expect(refusalOf(await type(one, "Once more."))).toBe("wrong_status");
  });
});

describe("a post of the list of practice", () => {
  const post = {
    employer: "Peak Design",
    role: "Architect",
    from_month: "2014-03-",
    current: "yes",
    share: "100",
  } as const;

  type PostFields = Partial<Omit<typeof post, "employer">> & { employer?: string };

  async function postWindow(applicant: Professional, filingId: string, at: "new" | number = "new") {
    const [task, { words, typed }] = await Promise.all([
      viewTask(applicant, filingId, "experience"),
      viewUnsent(applicant, filingId, `job:${at}`),
    ]);
    if (!task.ok) throw new Error(task.refusal.code);
    const window = { filingId, form: randomUUID(), seen: task.value.seen, typed, at };
    return {
      words,
      type: (fields: PostFields) => keepJobWords(applicant, { ...window, ...fields }, monday),
      save: (fields: PostFields) => saveJob(applicant, { ...window, ...fields }, monday),
    };
  }

  test("is kept half typed, and leaves its words behind when it stands in the list", async () => {
    const applicant = await professional();
    const filingId = await completeDraft(applicant, monday);
    const desk = await postWindow(applicant, filingId);
    expect((await desk.type({ employer: "Peak Design" })).ok).toBe(true);
    expect((await postWindow(applicant, filingId)).words).toEqual({ employer: "Peak Design" });
    expect((await desk.save(post)).ok).toBe(true);
    expect(await unsent(filingId)).toEqual([]);
  });

  test("that was sent at once is not kept anew by what its window sends late", async () => {
    const applicant = await professional();
    const filingId = await completeDraft(applicant, monday);
    const window = await postWindow(applicant, filingId);
    expect((await window.save(post)).ok).toBe(true);
    expect(refusalOf(await window.type(post))).toBe("stale");
    expect(await unsent(filingId)).toEqual([]);
  });

  test("typed in one window stays when another window adds a post of its own", async () => {
    const applicant = await professional();
    const filingId = await completeDraft(applicant, monday);
    const [one, two] = [await postWindow(applicant, filingId), await postWindow(applicant, filingId)];
    await one.type({ employer: "Harbour Works" });
    expect(refusalOf(await two.type({ employer: "Peak Design" }))).toBe("stale");
    expect((await two.save(post)).ok).toBe(true);
    expect((await postWindow(applicant, filingId)).words).toEqual({ employer: "Harbour Works" });
  });

  test("that is being changed is forgotten when the posts change their places", async () => {
    const applicant = await professional();
    const filingId = await completeDraft(applicant, monday);
    await (await postWindow(applicant, filingId, 0)).type({ employer: "Harbour Architects (renamed)" });
    expect(await unsent(filingId)).toEqual([{ place: "job:0" }]);
    expect((await (await postWindow(applicant, filingId)).save(post)).ok).toBe(true);
    expect(await unsent(filingId)).toEqual([]);
  });
});
