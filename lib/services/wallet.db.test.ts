import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { putAnswer } from "@/lib/data/answers";
import { database, transaction } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { insertRegistration } from "@/lib/data/registrations";
import { registrationNumber } from "@/lib/domain/codes/references";
import type { Professional, Staff } from "@/lib/domain/actor";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { filesIn } from "@/lib/domain/document/papers";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { pdf } from "@/prisma/testing/corpus";
import { attach, draftWithConsent, send } from "@/prisma/testing/papers-scene";
import { architect, monday, openOffice, professional, staff, submittedFiling } from "@/prisma/testing/review-office";
import { listPapers } from "./list-papers";
import { readDocument } from "./read-document";
import { recordFinding } from "./record-finding";
import { reusePaper } from "./reuse-paper";
import { viewMyFiling } from "./view-my-filing";
import { walletOf } from "./wallet";

const key: EvidenceKey = "registration_certificate";
const certificate = pdf({ catalog: "/Lang (zh-HK)" });
const later = (days: number) => new Date(monday.getTime() + days * 24 * 60 * 60_000);

let chan: Professional;
let reviewer: Staff;
let earlier: string;

beforeAll(openOffice);
afterAll(closeFileInspection);
beforeEach(async () => {
  [chan, reviewer] = [await professional("陳大文"), await staff("Lee", ["examine"])];
  earlier = await verifiedFiling(chan);
});

/** A filing whose certificate and its translation were found in order, and which was approved. */
async function verifiedFiling(
  author: Professional,
  result: "met" | "not_applicable" = "met",
  besides: readonly string[] = [],
): Promise<string> {
  const filingId = await draftWithConsent(author);
  await attach(author, filingId, { content: certificate });
  for (const name of besides) await attach(author, filingId, { name });
  await attach(author, filingId, { half: "translation", name: "translation.pdf" }, new Date(monday.getTime() + 1000));
  await transaction((db) => putAnswer(db, filingId, "home_registration_until", { value: "2027-12-31" }, monday));
  await send(author, filingId, later(1));
  await database.finding.create({
    data: { filingId, check: `paper:${key}`, result, note: "", accountId: reviewer.accountId, foundAt: later(2) },
  });
  const at = { where: { id: filingId }, select: { id: true } };
  await database.filing.update({
    ...at,
    data: { state: "under_review", version: { increment: 1 }, acceptedOn: dayColumn("2026-11-25") },
  });
  await database.filing.update({
    ...at,
    data: { state: "approved", version: { increment: 1 }, dueOn: null, decidedOn: dayColumn("2026-11-26") },
  });
  return filingId;
}

const paperIn = async (filingId: string, now = later(10), actor: Professional | Staff = chan) => {
  const papers = await listPapers(actor, filingId, now);
  return papers.ok ? papers.value.papers.find((it) => it.key === key) : undefined;
};
/** A later filing of the same person with the same paper, as its reviewer has it: what they may find of it. */
async function takenOverAndUnderReview() {
  const { filingId } = await submittedFiling(later(10), {}, chan);
  await database.filing.update({
    where: { id: filingId },
    data: { state: "under_review", version: { increment: 1 }, reviewerId: reviewer.accountId },
  });
  const original = await database.document.findFirstOrThrow({
    where: { filingId: earlier, evidenceKey: key, half: "original" },
  });
  await database.document.updateMany({
    where: { filingId, evidenceKey: key },
    data: {
      copiedFromId: original.id,
      verifiedById: reviewer.accountId,
      verifiedOn: dayColumn("2026-11-25"),
      verifiedUntil: dayColumn("2027-12-31"),
    },
  });
  return (result: "missing" | "not_met", now: Date) =>
    recordFinding(reviewer, { filingId, check: `paper:${key}`, result, note: "Unclear.", revision: 0 }, now);
}

/** Puts the registration to which an approved filing led on the register. */
async function register(filingId: string): Promise<void> {
  const { id: entryVersionId } = await database.listEntryVersion.findFirstOrThrow({
    where: { entryCode: architect, state: "published" },
  });
  await transaction((db) =>
    insertRegistration(db, {
      number: registrationNumber(1),
      personId: chan.personId,
      filingId,
      entryVersionId,
      fieldCode: "construction",
      names: { nameZh: "陳大文", surname: "Chan", givenNames: "Tai Man" },
      institution: null,
      homeRegistrationNumber: "A1",
      homeRegistrationUntil: null,
      scope: { en: "All", "zh-Hant": "全部", "zh-Hans": "全部" },
      validFrom: "2026-11-26",
      validUntil: "2029-11-25",
      published: false,
      createdAt: later(3),
    }),
  );
}

const reuse = (filingId: string, now = later(10), actor = chan) =>
  reusePaper(actor, { filingId, evidenceKey: key }, now);

describe("a paper that was verified before", () => {
  test("is offered with who verified it, when and until when, and taken over with its Chinese version", async () => {
    const draft = await draftWithConsent(chan);
    const { reference } = await database.filing.findUniqueOrThrow({ where: { id: earlier } });
    expect((await paperIn(draft))?.reusable).toMatchObject({
      name: "certificate.pdf",
      reference,
      verified: { on: "2026-11-25", until: "2027-12-31" },
      authority: { en: expect.stringContaining("Qianhai") as string },
    });

    expect(await reuse(draft)).toEqual({ ok: true, value: null });
    const paper = await paperIn(draft);
    expect(paper?.reusable).toBeNull();
    expect(paper?.parts.map((part) => [part.half, filesIn(part)[0]?.name])).toEqual([
      ["original", "certificate.pdf"],
      ["translation", "translation.pdf"],
      ["notarisation", undefined],
    ]);
    expect(filesIn(paper?.parts[0])[0]?.verified).toEqual({ on: "2026-11-25", until: "2027-12-31" });

    const filing = await viewMyFiling(chan, draft, later(10));
    const check = filing.ok && filing.value.selfTest.find((it) => it.check === `paper:${key}`);
    expect(check && check.remarks).toContainEqual(expect.objectContaining({ is: "verified_before", on: "2026-11-25" }));
  });

  test("is the same paper, and outlives the earlier filing's own copy", async () => {
    const draft = await draftWithConsent(chan);
    await reuse(draft);
    const copy = filesIn((await paperIn(draft))?.parts[0])[0];
    await database.document.updateMany({
      where: { filingId: earlier },
      data: { destroyedAt: later(11), wrappedKey: new Uint8Array(8) },
    });
    const read = await readDocument(chan, copy?.id ?? "");
    expect(read.ok && Buffer.from(read.value.bytes).equals(certificate)).toBe(true);
  });

  test("is taken over with all of its files in their order, and counts only while each of them was verified", async () => {
    const wong = await professional("黃小玲");
    await verifiedFiling(wong, "met", ["back.pdf", "annex.pdf"]);
    const draft = await draftWithConsent(wong);
    expect((await paperIn(draft, later(10), wong))?.reusable).toMatchObject({ name: "certificate.pdf", more: 2 });
    await reuse(draft, later(10), wong);
    const names = filesIn((await paperIn(draft, later(10), wong))?.parts[0]).map(({ name }) => name);
    expect(names).toEqual(["certificate.pdf", "back.pdf", "annex.pdf"]);

    const isVerified = async () => {
      const filing = await viewMyFiling(wong, draft, later(11));
      const check = filing.ok && filing.value.selfTest.find((it) => it.check === `paper:${key}`);
      return check && check.remarks.some(({ is }) => is === "verified_before");
    };
    expect(await isVerified()).toBe(true);
    await attach(wong, draft, { name: "new.pdf" }, later(11));
    expect(await isVerified()).toBe(false);
  });

  test("is offered to nobody else, not after its last day, and not where something stands already", async () => {
    const wong = await professional("黃小玲");
    const hers = await draftWithConsent(wong);
    expect(await reuse(hers, later(10), wong)).toEqual({ ok: false, refusal: { code: "not_found" } });
    expect(await reuse(hers)).toEqual({ ok: false, refusal: { code: "not_found" } });

    const draft = await draftWithConsent(chan);
    const afterItsEnd = new Date("2028-01-03T02:00:00Z");
    expect((await paperIn(draft, afterItsEnd))?.reusable).toBeNull();
    expect(await reuse(draft, afterItsEnd)).toMatchObject({ ok: false });

    await attach(chan, draft, {}, later(10));
    expect((await paperIn(draft))?.reusable).toBeNull();
    expect(await reuse(draft)).toEqual({ ok: false, refusal: { code: "stale" } });
  });

  test("is offered only from what a reviewer found in order", async () => {
    const wong = await professional("黃小玲");
    await verifiedFiling(wong, "not_applicable");
    const draft = await draftWithConsent(wong);
    expect(await reuse(draft, later(10), wong)).toEqual({ ok: false, refusal: { code: "not_found" } });
  });

  test("may not be asked for again while that counts", async () => {
    const find = await takenOverAndUnderReview();
    expect(await find("missing", later(11))).toEqual({
      ok: false,
      refusal: { code: "invalid_input", fields: { result: "validation.verified_before" } },
    });
    // A reviewer who sees that it does not prove what it should says so.
    expect((await find("not_met", later(11))).ok).toBe(true);
  });

  test("is offered no more and may be asked for again once the registration it led to was revoked", async () => {
    const find = await takenOverAndUnderReview();
    await register(earlier);
    expect(await walletOf(database, chan.personId, "2026-12-03")).not.toEqual(new Map());
    expect(await find("missing", later(11))).toMatchObject({ ok: false });

    await database.registration.update({
      where: { filingId: earlier },
      data: { state: "revoked", version: { increment: 1 } },
    });
    expect((await find("missing", later(11))).ok).toBe(true);
    expect(await walletOf(database, chan.personId, "2026-12-03")).toEqual(new Map());
  });
});
