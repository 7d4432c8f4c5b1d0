import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/lib/data/client";
import { insertRefusedDocument } from "@/lib/data/documents";
import { insertDraft } from "@/lib/data/filings";
import { queueMail } from "@/lib/data/mails";
import { insertWish } from "@/lib/data/wishes";
import type { Professional, Staff } from "@/lib/domain/actor";
import * as storage from "@/lib/ports/storage";
import {
  completeDraft,
  monday,
  openOffice,
  professional,
  staff,
  submittedFiling,
  type Submitted,
} from "@/prisma/testing/review-office";
import { answerRequest, viewDataRequests } from "./answer-data-request";
import { askConfirmation } from "./ask-confirmation";
import { askCorrection, askErasure } from "./ask-about-data";
import { carryOutErasures } from "./carry-out-erasures";
import { declineAcceptance } from "./decline-acceptance";
import { deleteDraft } from "./delete-draft";
import { startFiling } from "./start-filing";
import { submitFiling } from "./submit-filing";
import { viewExamination } from "./view-examination";

const understood = { understood: "yes" as const };
const twoYearsLater = new Date("2028-11-24T02:00:00Z");

let lee: Staff;
let chan: Professional;
let boxes = 0;

beforeAll(openOffice);
afterEach(() => vi.restoreAllMocks());

beforeEach(async () => {
  lee = await staff("Lee", ["examine", "decide"]);
  chan = await professional();
});

async function ask(filingId: string): Promise<string> {
  const email = `boss.${++boxes}@quay.example`;
  const asking = { filingId, at: 0, seen: 1, relation: "employer" as const, email, locale: "en" as const };
  expect(await askConfirmation(chan, asking, monday)).toMatchObject({ ok: true });
  return email;
}

async function refuse({ filingId, version }: Pick<Submitted, "filingId" | "version">): Promise<void> {
  const given = { filingId, version, reasons: ["not_on_list" as const], note: "It is not." };
  expect(await declineAcceptance(lee, given, monday)).toMatchObject({ ok: true });
}

const mailsTo = (email: string) => database.mail.count({ where: { email } });

test("a draft that is deleted leaves nothing of whom it asked in the mail", async () => {
  const filingId = await completeDraft(chan, monday);
  const boss = await ask(filingId);
  expect(await mailsTo(boss)).toBe(1);
  expect(await deleteDraft(chan, { filingId })).toMatchObject({ ok: true });
  expect(await mailsTo(boss)).toBe(0);
});

describe("once a person is erased", () => {
  test("a reviewer still opens the filing, and reads of nobody who was asked", async () => {
    const filing = await submittedFiling(monday, {}, chan);
    const boss = await ask(filing.filingId);
    await refuse(filing);
    await askErasure(chan, understood, monday);
    await carryOutErasures(twoYearsLater);
    const seen = await viewExamination(lee, filing.reference, twoYearsLater);
    expect(seen.ok && seen.value.confirmations).toEqual([]);
    expect(await mailsTo(boss)).toBe(0);
  });

  test("neither a refused file nor a mailed code nor a wish says who they were", async () => {
    const filingId = await completeDraft(chan, monday);
    const file = { displayName: "chan tai man.exe", mediaType: "application/pdf", size: 9, sha256: "0".repeat(64) };
    const paper = { filingId, personId: chan.personId, evidenceKey: "id_hkid", half: "original" as const, place: 9 };
    await insertRefusedDocument(database, { ...paper, ...file, uploadedAt: monday }, "type");
    await submitFiling(chan, { filingId, version: 1 }, monday);
    const toAddress = { email: chan.email, locale: "en" as const, at: monday };
    await queueMail(database, { ...toAddress, dedupeKey: chan.email, template: "mailed_code", params: {} });
    await database.mailedCode.create({
      data: { email: chan.email, codeHash: "", createdAt: monday, expiresAt: monday },
    });
    const wish = { key: chan.email, qualification: "Falconer", issuingBody: "", entryCode: null, tokenHash: null };
    await insertWish(database, { ...wish, id: randomUUID(), email: chan.email, locale: "en", askedAt: monday });

    await refuse({ filingId, version: 2 });
    await askErasure(chan, understood, monday);
    await carryOutErasures(twoYearsLater);
    const names = await database.document.findMany({ where: { filingId }, select: { displayName: true } });
    expect(new Set(names.map(({ displayName }) => displayName))).toEqual(new Set(["–"]));
    expect(await mailsTo(chan.email)).toBe(0);
    expect(await database.mailedCode.count({ where: { email: chan.email } })).toBe(0);
    expect(await database.wish.findFirst({ where: { key: chan.email } })).toMatchObject({ email: null });
  });
});

test("where one erasure fails the others go on, and it is told", async () => {
  const wong = await professional("黃小玲");
  for (const person of [chan, wong]) {
    await refuse(await submittedFiling(monday, {}, person));
    await askErasure(person, understood, monday);
  }
  vi.spyOn(storage, "destroyKept").mockRejectedValueOnce(new Error("The disk is away."));
  await expect(carryOutErasures(twoYearsLater)).rejects.toThrow("1 erasures were not carried out.");
  const accounts = await database.account.findMany({ where: { id: { in: [chan.accountId, wong.accountId] } } });
  expect(accounts.map(({ status }) => status)).toEqual(["disabled", "disabled"]);
});

test("whoever waits for their erasure begins nothing new, and loses a draft that is there none the less", async () => {
  await submittedFiling(monday, {}, chan);
  await askErasure(chan, understood, monday);
  const entry = "QH-CON-HK-RPE-STRUCTURAL";
  expect(await startFiling(chan, { entry }, monday)).toMatchObject({ refusal: { condition: "erasure_open" } });
  const { code: entryCode, fieldCode } = await database.listEntry.findUniqueOrThrow({ where: { code: entry } });
  const draft = { personId: chan.personId, entryCode, fieldCode, kind: "first" as const, at: monday };
  const id = (await insertDraft(database, draft)) ?? "";
  await carryOutErasures(monday);
  expect(await database.filing.count({ where: { id } })).toBe(0);
});

test("what was refused to somebody with reasons outlives their erasure by its four years", async () => {
  expect(await askCorrection(chan, { subject: "names", words: "CHEN" }, monday)).toMatchObject({ ok: true });
  const { id: requestId } = await database.dataRequest.findFirstOrThrow({ where: { personId: chan.personId } });
  const cheung = await staff("Cheung", ["manage_people"], null);
  await answerRequest(cheung, { requestId, outcome: "refused", answer: "Your card says CHAN." }, monday);
  expect(await askErasure(chan, understood, monday)).toEqual({ ok: true, value: { isClosed: false } });
  const desk = await viewDataRequests(cheung);
  expect(desk.ok && desk.value.find(({ id }) => id === requestId)).toMatchObject({ answer: "Your card says CHAN." });
});
