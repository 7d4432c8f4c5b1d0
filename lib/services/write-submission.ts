import { createHash } from "node:crypto";
import { listAnswers } from "@/lib/data/answers";
import type { Db } from "@/lib/data/client";
import { listConsents } from "@/lib/data/consents";
import { dayColumn } from "@/lib/data/days";
import { findPaperNotes } from "@/lib/data/documents";
import type { FilingRow } from "@/lib/data/filing-facts";
import { updatePerson } from "@/lib/data/people";
import { findOpenRequest } from "@/lib/data/requests";
import { countSubmissions, insertSubmission, keepIdentity } from "@/lib/data/submissions";
import { canonicalJson } from "@/lib/domain/canonical-json";
import { formerNameIn } from "@/lib/domain/filing/former-name";
import { questionsOf, type Answers } from "@/lib/domain/filing/questions";
import {
  identityComparisonKey,
  identityDocumentKinds,
  normaliseIdentityNumber,
} from "@/lib/domain/person/identity-document";
import { blindIndex } from "@/lib/ports/vault";
import { keyOfPerson, sealedAbout, sealWords, type PersonKey } from "@/lib/services/person-seal";
import { rulesOf } from "@/lib/services/filing-facts";
import { openAnswers } from "@/lib/services/sent-snapshot";

export type WrittenSubmission = { round: number; hash: string };

/**
 * Keeps what is sent in now as it stands, sealed and hashed, and takes over from it what is known of the person: names,
 * identity papers, and whether they were on file before.
 */
export async function writeSubmission(
  db: Db,
  row: FilingRow,
  reference: string,
  submittedAt: Date,
): Promise<WrittenSubmission> {
  const key = await keyOfPerson(db, row.personId);
  const answers = await openAnswers(db, row.id, key);
  const round = (await countSubmissions(db, row.id)) + 1;
  const request = row.request && (await findOpenRequest(db, row.id));
  const consents = await listConsents(db, row.id);

  const snapshot = canonicalJson({
    filing: row.id,
    reference,
    kind: row.kind,
    round,
    submittedAt: submittedAt.toISOString(),
    entry: { code: row.entryCode, versionId: row.entry.versionId },
    answers,
    declarations: await declarationsOf(db, row),
    papers: await papersOf(db, row),
    consents: consents
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ purpose, textVersion, givenAt }) => ({ purpose, textVersion, givenAt: givenAt.toISOString() })),
    items: request?.items.map(({ number, subject, answer }) => ({ number, subject, answer })) ?? [],
  });
  const hash = createHash("sha256").update(snapshot).digest("hex");
  await insertSubmission(db, {
    filingId: row.id,
    personId: row.personId,
    round,
    entryVersionId: row.entry.versionId,
    hash,
    sealed: sealWords(key, snapshot, sealedAbout.submission(row.id, round)),
    submittedAt,
  });
  await takeOverPerson(db, row.personId, answers);
  await keepIdentities(db, key, answers);
  return { round, hash };
}

/** The files of each paper in the order in which their owner put them. */
async function papersOf(db: Db, row: FilingRow) {
  const notes = await findPaperNotes(db, row.id);
  const partOf = ({ evidenceKey, half }: { evidenceKey: string; half: string }) => `${evidenceKey}/${half}`;
  const orderOfParts = new Map(row.papers.map((paper, at) => [partOf(paper), at]));
  const order = (paper: { evidenceKey: string; half: string }) => orderOfParts.get(partOf(paper)) ?? 0;
  return row.papers
    .map(({ id, evidenceKey, half, sha256 }) => ({
      id,
      evidenceKey,
      half,
      place: notes.get(id)?.place ?? 1,
      sha256,
    }))
    .sort((one, other) => order(one) - order(other) || one.place - other.place);
}

/** Each declaration with the text it was made to: its version, its language and when. */
async function declarationsOf(db: Db, row: FilingRow) {
  const declarations = questionsOf("declarations", rulesOf(row));
  return (await listAnswers(db, row.id)).flatMap(({ question, declared, updatedAt }) =>
    declared && declarations.includes(question) ? [{ question, ...declared, at: updatedAt.toISOString() }] : [],
  );
}

async function takeOverPerson(db: Db, personId: string, answers: Answers) {
  await updatePerson(db, personId, {
    nameZh: textOf(answers["name_zh"]),
    surname: textOf(answers["surname"]),
    givenNames: textOf(answers["given_names"]),
    former: formerNameIn(answers),
    inBaseline: answers["in_baseline"] === "yes",
  });
}

function numbersIn(answers: Answers) {
  const papers = [
    [answers["identity_kind"], answers["identity_number"], answers["identity_expires_on"]],
    [answers["permit_kind"], answers["permit_number"], answers["permit_expires_on"]],
  ] as const;
  return papers.flatMap(([kindAnswer, typed, expires]) => {
    const kind = identityDocumentKinds.find((it) => it === kindAnswer);
    if (!kind || typeof typed !== "string") return [];
    return [{ kind, typed, expires, numberIndex: blindIndex(kind, identityComparisonKey(kind, typed)) }];
  });
}

async function keepIdentities(db: Db, key: PersonKey, answers: Answers) {
  for (const { kind, typed, expires, numberIndex } of numbersIn(answers)) {
    const expiresOn = textOf(expires);
    await keepIdentity(db, {
      personId: key.personId,
      kind,
      number: sealWords(key, normaliseIdentityNumber(typed), sealedAbout.identity(key.personId, kind, numberIndex)),
      numberIndex,
      issuingState: kind === "passport" ? textOf(answers["issuing_state"]) : null,
      expiresOn: expiresOn === null ? null : dayColumn(expiresOn),
    });
  }
}

const textOf = (answer: Answers[string]): string | null =>
  typeof answer === "string" && answer !== "" ? answer : null;
