import { beforeAll, describe, expect, test } from "vitest";
import { putAnswer } from "@/lib/data/answers";
import { database, transaction } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import { checksFor } from "@/lib/domain/filing/checks";
import { parseRegistrationNumber } from "@/lib/domain/codes/references";
import type { Result } from "@/lib/domain/result";
import {
  architect,
  cleanPaper,
  field,
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
import { acceptNextFiling } from "./accept-next-filing";
import { answerHearing } from "./answer-hearing";
import { approveFormally } from "./approve-formally";
import { confirmDecision } from "./confirm-decision";
import { declineAcceptance } from "./decline-acceptance";
import { settleRegistrations } from "./settle-registration";
import { holdFiling, releaseFiling } from "./hold-filing";
import { listReviewQueue } from "./list-review-queue";
import { listSecondChecks } from "./list-second-checks";
import { proposeApproval, proposeRefusal } from "./propose-decision";
import { recordFinding } from "./record-finding";
import { requestInformation } from "./request-information";
import { returnProposal } from "./return-proposal";
import { revealIdentityNumber } from "./reveal-identity-number";
import { supplementFiling, answerItem } from "./supplement-filing";
import { takeOverFiling } from "./take-over-filing";
import { viewExamination } from "./view-examination";

let lee: Staff;
let ho: Staff;
let yip: Staff;
let taxOnly: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide", "hold"]);
  yip = await staff("Yip Wai Yee", ["examine", "decide"]);
  taxOnly = await staff("Tam Chi Ho", ["examine", "decide"], "tax");
});

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);
const scope = { scope_en: "As listed", scope_zh_hant: "如清單", scope_zh_hans: "如清单" };

async function entryScope() {
  const { scopeEn, scopeZhHant, scopeZhHans } = await database.listEntryVersion.findFirstOrThrow({
    where: { entryCode: architect, state: "published" },
  });
  return { scope_en: scopeEn, scope_zh_hant: scopeZhHant, scope_zh_hans: scopeZhHans };
}

async function underReview(by: Staff, differing: Parameters<typeof submittedFiling>[1] = {}): Promise<Submitted> {
  const filing = await submittedFiling(monday, differing);
  expect(code(await acceptFiling(by, await seen(filing.filingId), monday))).toBe("ok");
  return filing;
}

async function proposed(by: Staff): Promise<Submitted> {
  const filing = await underReview(by);
  await findAll(by, filing.filingId);
  const approval = { ...(await seen(filing.filingId)), ...(await entryScope()), note: "" };
  expect(code(await proposeApproval(by, approval, monday))).toBe("ok");
  return filing;
}

async function refusalProposed(by: Staff): Promise<Submitted> {
  const filing = await underReview(by);
  await findAll(by, filing.filingId, monday, { home_registration: "not_met" });
  const refusal = {
    ...(await seen(filing.filingId)),
    reasons: ["home_registration_invalid" as const],
    note: "It ended.",
  };
  expect(code(await proposeRefusal(by, refusal, monday))).toBe("ok");
  return filing;
}

const confirm = async (by: Staff, filingId: string) =>
  confirmDecision(by, { ...(await seen(filingId)), note: "" }, monday);

describe("an approval", () => {
  test("that one person proposed and another confirmed makes one registration with its certificate", async () => {
    const { filingId } = await proposed(lee);
    const confirmed = await confirm(ho, filingId);
    expect(confirmed).toMatchObject({ ok: true, value: { outcome: "approved" } });

    const registration = await database.registration.findUniqueOrThrow({
      where: { filingId },
      include: { certificates: true, events: true },
    });
    expect(parseRegistrationNumber(registration.number)).toBe(registration.number);
    expect(registration).toMatchObject({
      state: "in_force",
      nameZh: "陳大文",
      surname: "CHAN",
      institution: "Harbour Architects Ltd",
      homeRegistrationNumber: expect.stringMatching(/^A-\d+$/),
      published: true,
    });
    // Three years, but never past the last day of the home registration.
    expect(registration.validUntil.toISOString().slice(0, 10)).toBe("2028-12-31");
    expect(registration.certificates).toHaveLength(1);
    expect(registration.events.map(({ type }) => type)).toEqual(["registration_created"]);
    expect((await filingNow(filingId)).state).toBe("approved");
  });

  test("is not confirmed a second time", async () => {
    const { filingId } = await proposed(lee);
    const before = await seen(filingId);
    expect(code(await confirmDecision(ho, { ...before, note: "" }, monday))).toBe("ok");
    expect(code(await confirmDecision(yip, { ...before, note: "" }, monday))).toBe("wrong_status");
    expect(await database.registration.count({ where: { filingId } })).toBe(1);
    expect(await database.decision.count({ where: { filingId, stage: "confirmation" } })).toBe(1);
  });

  test("is not confirmed by somebody who read another outcome on their page", async () => {
    const { filingId } = await proposed(lee);
    const misread = { ...(await seen(filingId)), note: "", outcome: "refuse" as const };
    expect(code(await confirmDecision(ho, misread, monday))).toBe("stale");
    expect(code(await confirmDecision(taxOnly, misread, monday))).toBe("not_found");
  });

  test("is not confirmed by whoever proposed it", async () => {
    const { filingId } = await proposed(lee);
    expect(code(await confirm(lee, filingId))).toBe("forbidden");
    expect(await database.registration.count({ where: { filingId } })).toBe(0);
  });

  test("is not confirmed by somebody who recorded a finding before a colleague took over", async () => {
    const { filingId } = await underReview(ho);
    const first = { filingId, check: "names", result: "met" as const, note: "", revision: 0 };
    expect(code(await recordFinding(ho, first, monday))).toBe("ok");
    expect(code(await takeOverFiling(lee, await seen(filingId), monday))).toBe("ok");
    for (const { key } of checksFor(await rules(filingId))) {
      if (key === "names") continue;
      await recordFinding(lee, { filingId, check: key, result: "met", note: "", revision: 0 }, monday);
    }
    const approval = { ...(await seen(filingId)), ...(await entryScope()), note: "" };
    expect(code(await proposeApproval(lee, approval, monday))).toBe("ok");
    expect(code(await confirm(ho, filingId))).toBe("forbidden");
    expect(code(await confirm(yip, filingId))).toBe("ok");
  });

  test("is not confirmed by whoever returned it before", async () => {
    const { filingId } = await proposed(lee);
    const returned = { ...(await seen(filingId)), reasons: ["check_again" as const], note: "Look at the permit." };
    expect(code(await returnProposal(ho, returned, monday))).toBe("ok");
    expect((await filingNow(filingId)).state).toBe("under_review");
    const again = { ...(await seen(filingId)), ...(await entryScope()), note: "" };
    expect(code(await proposeApproval(lee, again, monday))).toBe("ok");
    expect(code(await confirm(ho, filingId))).toBe("forbidden");
    expect(code(await confirm(yip, filingId))).toBe("ok");
  });

  test("is void when a paper changed after it was proposed", async () => {
    const { filingId, applicant } = await proposed(lee);
    const paper = cleanPaper(
      { filingId, personId: applicant.personId, evidenceKey: "registration_certificate" },
      monday,
    );
    await database.$executeRaw`ALTER TABLE "document" DISABLE TRIGGER "document_locked"`;
    await database.document.create({ data: { ...paper, storageKey: `${filingId}/swapped`, place: 2 } });
    await database.$executeRaw`ALTER TABLE "document" ENABLE TRIGGER "document_locked"`;
    expect(code(await confirm(ho, filingId))).toBe("stale");
    expect(await database.registration.count({ where: { filingId } })).toBe(0);
    expect((await filingNow(filingId)).state).toBe("second_check");
  });

  test("cannot be proposed before every check is met", async () => {
    const { filingId } = await underReview(lee);
    const approval = async () =>
      proposeApproval(lee, { ...(await seen(filingId)), ...(await entryScope()), note: "" }, monday);
    expect(await approval()).toEqual({ ok: false, refusal: { code: "unmet", condition: "all_checks_met" } });
    await findAll(lee, filingId, monday, { institution: "missing" });
    expect(await approval()).toEqual({ ok: false, refusal: { code: "unmet", condition: "all_checks_met" } });
  });

  test("with a scope of its own says it in three languages and why", async () => {
    const { filingId } = await underReview(lee);
    await findAll(lee, filingId);
    const now = await seen(filingId);
    const half = { ...now, ...(await entryScope()), scope_en: "Interiors only", note: "As the record of work shows." };
    expect(await proposeApproval(lee, half, monday)).toEqual({
      ok: false,
      refusal: {
        code: "invalid_input",
        fields: { scope_zh_hant: "validation.scope_in_three", scope_zh_hans: "validation.scope_in_three" },
      },
    });
    expect(code(await proposeApproval(lee, { ...now, ...scope, note: "" }, monday))).toBe("invalid_input");
    expect(code(await proposeApproval(lee, { ...now, ...scope, note: "As the record of work shows." }, monday))).toBe(
      "ok",
    );
    expect(code(await confirm(ho, filingId))).toBe("ok");
    const registration = await database.registration.findUniqueOrThrow({ where: { filingId } });
    expect(registration.scopeZhHans).toBe("如清单");
    const proposal = await database.decision.findFirstOrThrow({ where: { filingId, stage: "proposal" } });
    expect(proposal.reasonCodes).toEqual(["meets_with_limited_scope"]);
    // The words are sealed with the person's key.
    expect(Buffer.from(proposal.note ?? []).toString("utf8")).not.toContain("record of work");
  });

  test("is not given on a home registration that has ended since", async () => {
    const { filingId } = await underReview(lee, { home_registration_until: "2026-11-23" });
    await findAll(lee, filingId);
    const tuesday = new Date("2026-11-24T02:00:00Z");
    expect(await approveFormally(lee, await seen(filingId), tuesday)).toEqual({
      ok: false,
      refusal: { code: "unmet", condition: "home_registration_in_force" },
    });
    expect((await filingNow(filingId)).state).toBe("under_review");
  });
});

describe("the formal check", () => {
  test("lets one officer approve what meets every rule", async () => {
    const { filingId } = await underReview(lee);
    await findAll(lee, filingId);
    expect(code(await approveFormally(lee, await seen(filingId), monday))).toBe("ok");
    expect(await database.registration.count({ where: { filingId } })).toBe(1);
  });

  test.each([
    ["a check is open", {}, {}],
    ["discipline is declared", { discipline: "yes", details: "A reprimand in 2019." }, { all: true }],
    ["a penalty is declared", { penalty: "yes", details: "A fine in 2019." }, { all: true }],
  ])("refuses one that is not ready because %s", async (_why, differing, { all }: { all?: boolean }) => {
    const { filingId } = await underReview(lee, differing);
    if (all) await findAll(lee, filingId);
    expect(await approveFormally(lee, await seen(filingId), monday)).toEqual({
      ok: false,
      refusal: { code: "unmet", condition: "formal_ready" },
    });
  });

  test("refuses an identity number that somebody else filed with", async () => {
    const number = "Z6833663";
    const other = await underReview(lee, { identity_number: number });
    const { filingId } = await underReview(lee, { identity_number: number });
    await findAll(lee, filingId);
    expect(await approveFormally(lee, await seen(filingId), monday)).toMatchObject({
      refusal: { condition: "formal_ready" },
    });
    const view = await viewExamination(lee, other.reference, monday);
    expect(view.ok && view.value.formal.find(({ rule }) => rule === "no_duplicate")?.met).toBe(false);
  });

  test("is for officers who decide, and for no filing of another field", async () => {
    const examiner = await staff("Only Examines", ["examine"]);
    const { filingId } = await underReview(examiner);
    await findAll(examiner, filingId);
    expect(code(await approveFormally(examiner, await seen(filingId), monday))).toBe("forbidden");
    expect(code(await approveFormally(taxOnly, await seen(filingId), monday))).toBe("not_found");
  });
});

describe("a refusal", () => {
  test("is heard, then confirmed by somebody else with the same reasons", async () => {
    const { filingId, applicant } = await refusalProposed(lee);
    expect((await filingNow(filingId)).state).toBe("hearing");
    const heard = { ...(await seen(filingId)), statement: "I renewed it in time." };
    expect(code(await answerHearing(applicant, heard, monday))).toBe("ok");
    expect(code(await confirm(lee, filingId))).toBe("forbidden");
    expect(await confirm(ho, filingId)).toMatchObject({
      ok: true,
      value: { outcome: "refused", registrationNumber: null },
    });
    const confirmation = await database.decision.findFirstOrThrow({ where: { filingId, stage: "confirmation" } });
    expect(confirmation.reasonCodes).toEqual(["home_registration_invalid"]);
    expect(await database.registration.count({ where: { filingId } })).toBe(0);
  });

  test("is not confirmed while the professional may still be heard", async () => {
    const { filingId } = await refusalProposed(lee);
    expect(code(await confirm(ho, filingId))).toBe("wrong_status");
  });

  test("of acceptance says why", async () => {
    const { filingId } = await submittedFiling();
    const declined = {
      ...(await seen(filingId)),
      reasons: ["not_this_authority" as const],
      note: "It is a tax matter.",
    };
    expect(code(await declineAcceptance(lee, declined, monday))).toBe("ok");
    expect((await filingNow(filingId)).state).toBe("not_accepted");
  });
});

describe("a request for information", () => {
  test("asks once for everything that is missing, each item tied to its check", async () => {
    const { filingId, applicant } = await underReview(lee);
    await findAll(lee, filingId, monday, { institution: "missing", "paper:travel_permit": "missing" });
    const request = {
      outcome: "close_no_response" as const,
      checks: ["institution", "paper:travel_permit"],
      texts: ["Say since when.", "Send the back too."],
    };
    const partly = { ...(await seen(filingId)), ...request, checks: ["institution"], texts: ["Say since when."] };
    expect(code(await requestInformation(lee, partly, monday))).toBe("stale");
    expect(code(await requestInformation(lee, { ...(await seen(filingId)), ...request }, monday))).toBe("ok");

    const [sent] = await database.request.findMany({
      where: { filingId },
      include: { items: { orderBy: { number: "asc" } } },
    });
    expect(sent?.items.map(({ subject, text }) => [subject, text])).toEqual([
      ["question:institution", "Say since when."],
      ["paper:travel_permit", "Send the back too."],
    ]);
    expect((await filingNow(filingId)).state).toBe("awaiting_applicant");
    expect(code(await requestInformation(lee, { ...(await seen(filingId)), ...request }, monday))).toBe("wrong_status");

    for (const { id } of sent?.items ?? []) {
      const answered = await answerItem(applicant, { filingId, itemId: id, answer: "Here it is." }, monday);
      expect(code(answered)).toBe("ok");
    }
    expect(code(await supplementFiling(applicant, await seen(filingId), monday))).toBe("ok");
    expect((await filingNow(filingId)).state).toBe("under_review");

    // A second notice needs a reason of its own.
    const again = { ...(await seen(filingId)), ...request };
    expect(await requestInformation(lee, again, monday)).toMatchObject({
      refusal: { fields: { reason: "validation.reasons" } },
    });
    expect(code(await requestInformation(lee, { ...again, reason: "answer_incomplete" }, monday))).toBe("ok");

    // Only the mail of the second says that it is the last.
    const mails = await database.mail.findMany({
      where: { template: "information_requested", params: { path: ["filingId"], equals: filingId } },
      orderBy: { dedupeKey: "asc" },
    });
    expect(mails.map(({ params }) => (params as { isLast?: boolean }).isLast === true)).toEqual([false, true]);
  });
});

describe("a filing", () => {
  test("of another field does not exist for a reviewer", async () => {
    const { filingId, reference } = await underReview(lee);
    expect(code(await viewExamination(taxOnly, reference, monday))).toBe("not_found");
    expect(code(await acceptFiling(taxOnly, await seen(filingId), monday))).toBe("not_found");
    const finding = { filingId, check: "names", result: "met" as const, note: "", revision: 0 };
    expect(code(await recordFinding(taxOnly, finding, monday))).toBe("not_found");
    const queue = await listReviewQueue(taxOnly, { lane: "all", field, state: null, after: "" }, monday);
    expect(queue.groups).toEqual([]);
  });

  test("does not exist for a reviewer whose rights were taken", async () => {
    const { reference } = await underReview(lee);
    expect(code(await viewExamination({ ...lee, grants: [] }, reference, monday))).toBe("not_found");
  });

  test("does not exist for the reviewer who filed it", async () => {
    const applicant = await professional();
    const { filingId, reference } = await submittedFiling(monday, {}, applicant);
    const self = { ...yip, personId: applicant.personId };
    expect(code(await viewExamination(self, reference, monday))).toBe("not_found");
    expect(code(await acceptFiling(self, await seen(filingId), monday))).toBe("not_found");
    const all = await listReviewQueue(self, { lane: "all", field: null, state: null, after: "" }, monday);
    expect(all.groups.flatMap(({ rows }) => rows).some((row) => row.reference === reference)).toBe(false);
  });

  test("is examined by the one who holds it", async () => {
    const { filingId } = await underReview(lee);
    const finding = { filingId, check: "names", result: "met" as const, note: "", revision: 0 };
    expect(code(await recordFinding(ho, finding, monday))).toBe("forbidden");
    expect(code(await recordFinding(lee, finding, monday))).toBe("ok");
    // In a second window the finding was not there yet.
    expect(code(await recordFinding(lee, finding, monday))).toBe("stale");
    expect(code(await recordFinding(lee, { ...finding, revision: 1 }, monday))).toBe("ok");
    expect(code(await recordFinding(lee, { ...finding, check: "paper:photo", revision: 0 }, monday))).toBe("not_found");
  });

  test("on hold lets nobody but the applicant act, until it is released", async () => {
    const { filingId } = await underReview(lee);
    expect(code(await holdFiling(lee, { ...(await seen(filingId)), reason: "under_investigation" }, monday))).toBe(
      "forbidden",
    );
    expect(code(await holdFiling(ho, { ...(await seen(filingId)), reason: "under_investigation" }, monday))).toBe("ok");
    const finding = { filingId, check: "names", result: "met" as const, note: "", revision: 0 };
    expect(await recordFinding(lee, finding, monday)).toMatchObject({ refusal: { condition: "not_held" } });
    expect(code(await releaseFiling(ho, await seen(filingId), monday))).toBe("ok");
    expect(code(await recordFinding(lee, finding, monday))).toBe("ok");
  });

  test("that a colleague moved meanwhile is not moved again from an old page", async () => {
    const { filingId } = await submittedFiling();
    const page = await seen(filingId);
    expect(code(await acceptFiling(lee, page, monday))).toBe("ok");
    expect(code(await acceptFiling(ho, page, monday))).toBe("wrong_status");
    expect(code(await takeOverFiling(ho, page, monday))).toBe("stale");
  });
});

describe("an examination", () => {
  test("masks identity numbers until they are asked for with a reason, and writes every look down", async () => {
    const { filingId, reference } = await underReview(lee, { identity_number: "A1234563" });
    const number = async () => {
      const view = await viewExamination(lee, reference.toLowerCase(), monday);
      if (!view.ok) throw new Error(view.refusal.code);
      return view.value.checks.flatMap(({ facts }) => facts).find(({ question }) => question === "identity_number")
        ?.value;
    };
    expect(await number()).toBe("A12****(*)");
    expect(code(await revealIdentityNumber(lee, { filingId, reason: "compare_with_paper" }))).toBe("ok");
    expect(await number()).toBe("A123456(3)");
    const looks = await database.auditEntry.findMany({
      where: { object: `filing:${filingId}` },
      orderBy: { seq: "asc" },
    });
    expect(looks.map(({ action }) => action).slice(-3)).toEqual([
      "view_filing",
      "reveal_identity_number",
      "view_filing",
    ]);
  });

  test("says of each step whether it may be taken and if not, why", async () => {
    const { reference } = await underReview(lee);
    const offers = async (actor: Staff) => {
      const view = await viewExamination(actor, reference, monday);
      if (!view.ok) throw new Error(view.refusal.code);
      return Object.fromEntries(view.value.offers.map((it) => [it.action, it.offered ? "offered" : it.why]));
    };
    expect(await offers(lee)).toMatchObject({
      accept: { is: "state" },
      take_over: { is: "state" },
      request_information: "offered",
      propose_refusal: "offered",
      propose_approval: { is: "unmet", condition: "all_checks_met" },
      approve_formal: { is: "unmet", condition: "formal_ready" },
      hold: { is: "party", party: "holder" },
    });
    expect(await offers(ho)).toMatchObject({
      take_over: "offered",
      propose_refusal: { is: "party", party: "assigned_reviewer" },
    });
  });

  test("marks what was changed after the submission", async () => {
    const { filingId, reference } = await underReview(lee);
    await database.$executeRaw`ALTER TABLE "answer" DISABLE TRIGGER "answer_locked"`;
    await transaction((db) =>
      putAnswer(db, filingId, "position", { value: "Director" }, new Date("2026-11-24T02:00:00Z")),
    );
    await database.$executeRaw`ALTER TABLE "answer" ENABLE TRIGGER "answer_locked"`;
    const view = await viewExamination(lee, reference, monday);
    const facts = view.ok ? view.value.checks.flatMap((it) => it.facts) : [];
    expect(facts.filter(({ isChanged }) => isChanged).map(({ question }) => question)).toEqual(["position"]);
  });
});

describe("a queue", () => {
  test("opens on one's own work, and shows a colleague's among all", async () => {
    const own = await staff("Own Work", ["examine"]);
    const { reference } = await underReview(own);
    const lines = async (actor: Staff, lane: "mine" | "all") =>
      (await listReviewQueue(actor, { lane, field: null, state: null, after: "" }, monday)).groups.flatMap(
        ({ rows }) => rows,
      );
    expect((await lines(own, "mine")).map((row) => row.reference)).toEqual([reference]);
    expect((await lines(yip, "mine")).some((row) => row.reference === reference)).toBe(false);
  });

  test("goes on from page to page without missing or repeating one, and counts what it shows", async () => {
    const planner = await staff("Many Filings", ["examine"]);
    for (let n = 0; n < 8; n++) await submittedFiling();
    const references: string[] = [];
    let after: string | null = "";
    let counted = 0;
    while (after !== null) {
      const page = await listReviewQueue(planner, { lane: "all", field: null, state: null, after }, monday);
      references.push(...page.groups.flatMap(({ rows }) => rows.map((row) => row.reference)));
      counted = page.counts.all;
      after = page.next;
    }
    expect(new Set(references).size).toBe(references.length);
    expect(references.length).toBe(counted);
  });

  test("shows what is late as late, and counts it", async () => {
    const later = new Date("2027-02-01T02:00:00Z");
    const page = await listReviewQueue(yip, { lane: "overdue", field: null, state: null, after: "" }, later);
    expect(new Set(page.groups.map(({ group }) => group))).toEqual(new Set(["overdue"]));
    expect(page.counts.overdue).toBeGreaterThan(5);
  });

  test("gives the next filing that nobody examines to two who ask, one each", async () => {
    const [first, second] = [await staff("Quick", ["examine"]), await staff("Quicker", ["examine"])];
    const one = await acceptNextFiling(first, {}, monday);
    const other = await acceptNextFiling(second, {}, monday);
    expect(one.ok && other.ok && one.value.reference !== other.value.reference).toBe(true);
  });

  test("of second checks holds nothing that one took part in", async () => {
    const { reference } = await proposed(lee);
    const listed = async (actor: Staff) =>
      (await listSecondChecks(actor, { after: "" }, monday)).rows.map((row) => row.reference);
    expect(await listed(lee)).not.toContain(reference);
    expect(await listed(taxOnly)).toEqual([]);
    // The first page is the first due; the proposal is on one of them.
    const rows = await listSecondChecks(ho, { after: "" }, monday);
    expect(rows.rows.every((row) => row.proposed === "approve" || row.proposed === "refuse")).toBe(true);
  });
});

test("a registration whose last day has passed is ended by the clock, once", async () => {
  const { filingId } = await proposed(lee);
  await confirm(ho, filingId);
  const registration = await database.registration.findUniqueOrThrow({ where: { filingId } });
  const lastDay = registration.validUntil.toISOString().slice(0, 10);
  const day = (date: string) => new Date(`${date}T02:00:00Z`);
  const state = async () => (await database.registration.findUniqueOrThrow({ where: { filingId } })).state;

  await settleRegistrations(day(lastDay));
  expect(await state()).toBe("in_force");
  await settleRegistrations(day(addDays(lastDay, 1)));
  await settleRegistrations(day(addDays(lastDay, 2)));
  expect(await state()).toBe("expired");
  expect(await database.event.count({ where: { registrationId: registration.id, type: "registration_expired" } })).toBe(
    1,
  );
});

async function rules(filingId: string) {
  const filing = await database.filing.findUniqueOrThrow({ where: { id: filingId }, select: { entryVersion: true } });
  const base = { code: architect, field, evidence: [] as string[], experienceYears: null, cleanRecordYears: null };
  return { ...base, ...filing.entryVersion };
}
