import { putAnswer } from "@/lib/data/answers";
import { database, transaction } from "@/lib/data/client";
import { insertConsent } from "@/lib/data/consents";
import { insertDraft } from "@/lib/data/filings";
import type { Capability, Professional, Staff } from "@/lib/domain/actor";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import { checksFor } from "@/lib/domain/filing/checks";
import { requiredConsents, sealedQuestions, type AnswerValue } from "@/lib/domain/filing/questions";
import { readLookAlikes } from "@/lib/data/look-alikes";
import { recordFinding } from "@/lib/services/record-finding";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { ruleOnLookAlike } from "@/lib/services/rule-on-look-alike";
import { submitFiling } from "@/lib/services/submit-filing";
import { loadFieldData } from "@/prisma/load-field-data";

// A small office for tests of the reviewers' work: people with rights, and filings that were really submitted.

export const architect = "QH-CON-HK-ARCHITECT";
export const field = "construction";
/** A Monday morning in the office. */
export const monday = new Date("2026-11-23T02:00:00Z");

/** Loads the list, its authorities and the calendar. */
export function openOffice(): Promise<void> {
  return loadFieldData(monday);
}

let people = 0;

/** A staff member who holds these capabilities in one field, or everywhere. */
export async function staff(
  name: string,
  capabilities: readonly Capability[],
  inField: string | null = field,
): Promise<Staff> {
  const grants = capabilities.map((capability) => ({ capability, field: inField }));
  const email = `${name.toLowerCase().replace(/\W+/g, ".")}.${++people}@office.example`;
  const { id } = await database.account.create({
    data: {
      kind: "staff",
      email,
      displayName: name,
      locale: "en",
      grants: { create: grants.map(({ capability, field: fieldCode }) => ({ capability, fieldCode })) },
    },
    select: { id: true },
  });
  return { kind: "staff", accountId: id, personId: null, displayName: name, email, grants };
}

/** Somebody who files. */
export async function professional(nameZh = "陳大文"): Promise<Professional> {
  const email = `person.${++people}@example.com`;
  const { id, personId } = await database.account.create({
    data: { kind: "professional", email, locale: "zh_Hant", person: { create: { nameZh, searchKey: nameZh } } },
    select: { id: true, personId: true },
  });
  return { kind: "professional", accountId: id, personId: personId ?? "", email };
}

export type Submitted = { filingId: string; reference: string; version: number; applicant: Professional };

/** A filing that was submitted complete, with answers that may differ. */
export async function submittedFiling(
  now: Date = monday,
  differing: Record<string, AnswerValue> = {},
  applicant?: Professional,
): Promise<Submitted> {
  const author = applicant ?? (await professional());
  const filingId = await completeDraft(author, now, differing);
  const submitted = await submitFiling(author, { filingId, version: 1 }, now);
  if (!submitted.ok) throw new Error(`Not submitted: ${JSON.stringify(submitted.refusal)}`);
  return { filingId, reference: submitted.value.reference, version: 2, applicant: author };
}

/** A draft in which nothing is missing, with answers that may differ. */
export async function completeDraft(
  { personId }: Professional,
  now: Date,
  differing: Record<string, AnswerValue> = {},
): Promise<string> {
  const entry = await database.listEntryVersion.findFirstOrThrow({
    where: { entryCode: architect, state: "published" },
    select: { evidence: true },
  });
  return transaction(async (db) => {
    const id = await insertDraft(db, { personId, entryCode: architect, fieldCode: field, kind: "first", at: now });
    if (!id) throw new Error("The person has an open filing already.");
    const key = await keyOfPerson(db, personId);
    for (const [question, value] of Object.entries({ ...answers(), ...differing })) {
      const answer =
        sealedQuestions.has(question) && typeof value === "string"
          ? { sealed: sealWords(key, value, sealedAbout.answer(id, question)) }
          : { value };
      await putAnswer(db, id, question, answer, now);
    }
    for (const purpose of requiredConsents) {
      await insertConsent(db, { personId, filingId: id, purpose, textVersion: 1, locale: "zh-Hant", givenAt: now });
    }
    await db.document.createMany({
      data: papersFor(entry).map(({ key: evidenceKey }) => cleanPaper({ filingId: id, personId, evidenceKey }, now)),
    });
    return id;
  });
}

/** A paper that arrived whole and was found clean, ready to be written. */
export function cleanPaper(which: { filingId: string; personId: string; evidenceKey: string }, uploadedAt: Date) {
  return {
    ...which,
    displayName: `${which.evidenceKey}.pdf`,
    mediaType: "application/pdf",
    size: 1000,
    sha256: "0".repeat(64),
    storedSha256: "0".repeat(64),
    pages: 2,
    storageKey: `${which.filingId}/${which.evidenceKey}`,
    wrappedKey: new Uint8Array(8),
    state: "stored" as const,
    verdict: "clean" as const,
    uploadedAt,
  };
}

/** Rules that everybody who looks like the person of a filing is somebody else. */
export async function tellApart(reviewer: Staff, filingId: string, now: Date = monday): Promise<void> {
  for (const { personId, ruling } of await readLookAlikes(database, filingId, 1000)) {
    const said = { filingId, personId, ruling: "different_person", reason: "Other papers." } as const;
    const ruled = ruling ?? (await ruleOnLookAlike(reviewer, { ...said, revision: 0 }, now));
    if ("ok" in ruled && !ruled.ok) throw new Error(`Not ruled: ${JSON.stringify(ruled.refusal)}`);
  }
}

/** Finds every check met, or as said otherwise, and nobody who looks alike the same. */
export async function findAll(
  reviewer: Staff,
  filingId: string,
  now: Date = monday,
  differing: Record<string, "missing" | "not_met"> = {},
  ruling: "tells_apart" | "rules_on_nobody" = "tells_apart",
): Promise<void> {
  const filing = await database.filing.findUniqueOrThrow({
    where: { id: filingId },
    select: { entryVersion: true, findings: { where: { superseded: false }, select: { check: true, revision: true } } },
  });
  const rules = {
    code: architect,
    field,
    evidence: [],
    cleanRecordYears: null,
    experienceYears: null,
    ...filing.entryVersion,
  };
  for (const { key } of checksFor(rules)) {
    const revision = filing.findings.find(({ check }) => check === key)?.revision ?? 0;
    const result = differing[key] ?? "met";
    const note = result === "met" ? "" : "It cannot be read.";
    const recorded = await recordFinding(reviewer, { filingId, check: key, result, note, revision }, now);
    if (!recorded.ok) throw new Error(`Not recorded: ${JSON.stringify(recorded.refusal)}`);
  }
  if (ruling === "tells_apart") await tellApart(reviewer, filingId, now);
}

/** The state and version a filing has now. */
export function filingNow(filingId: string) {
  return database.filing.findUniqueOrThrow({
    where: { id: filingId },
    select: { state: true, version: true, reviewerId: true, dueOn: true, held: true },
  });
}

/** A filing as somebody sees it who opens it now. */
export async function seen(filingId: string): Promise<{ filingId: string; version: number }> {
  return { filingId, version: (await filingNow(filingId)).version };
}

let numbers = 0;

function answers(): Record<string, AnswerValue> {
  return {
    name_zh: "陳大文",
    surname: "CHAN",
    given_names: "Tai Man",
    name_on_home_register: "CHAN Tai Man",
    identity_kind: "hkid",
    identity_number: `A${String(100000 + ++numbers)}3`,
    permit_kind: "home_return_permit",
    permit_number: `H${String(10000000 + ++numbers)}`,
    permit_expires_on: "2030-01-01",
    mobile: "+852 9123 4567",
    in_baseline: "no",
    home_registration_number: `A-${1000 + ++numbers}`,
    home_registered_on: "2015-05-05",
    home_registration_until: "2028-12-31",
    institution_name: "Harbour Architects Ltd",
    institution_place: "qianhai",
    position: "Architect",
    employed_since: "2020-01-01",
    jobs: [{ employer: "Harbour Architects Ltd", role: "Architect", from: "2016-01", to: "", share: "100" }],
    discipline: "no",
    penalty: "no",
    truth: "yes",
  };
}
