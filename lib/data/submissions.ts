import type { Db } from "@/lib/data/client";

export type NewSubmission = {
  filingId: string;
  personId: string;
  round: number;
  entryVersionId: string;
  hash: string;
  sealed: Uint8Array<ArrayBuffer>;
  submittedAt: Date;
};

/** How often something was sent in with this filing. */
export async function countSubmissions(db: Db, filingId: string): Promise<number> {
  return db.submission.count({ where: { filingId } });
}

/** Keeps what was sent in, for good. */
export async function insertSubmission(db: Db, submission: NewSubmission): Promise<void> {
  await db.submission.create({ data: submission, select: { id: true } });
}

export type SubmissionLine = { round: number; hash: string; submittedAt: Date };

/** When what was sent in, with the hash of each, oldest first. */
export async function listSubmissions(db: Db, filingId: string): Promise<SubmissionLine[]> {
  return db.submission.findMany({
    where: { filingId },
    orderBy: { round: "asc" },
    select: { round: true, hash: true, submittedAt: true },
  });
}

/** What was sent in with one round, sealed, or null. */
export async function findSubmission(
  db: Db,
  filingId: string,
  round: number,
): Promise<{ sealed: Uint8Array; hash: string } | null> {
  return db.submission.findUnique({
    where: { filingId_round: { filingId, round } },
    select: { sealed: true, hash: true },
  });
}

/** What was sent in last, sealed, or null. */
export async function findLastSubmission(
  db: Db,
  filingId: string,
): Promise<{ round: number; sealed: Uint8Array; hash: string } | null> {
  return db.submission.findFirst({
    where: { filingId },
    orderBy: { round: "desc" },
    select: { round: true, sealed: true, hash: true },
  });
}

export type NewIdentity = {
  personId: string;
  kind: "hkid" | "macao_id" | "home_return_permit" | "home_return_permit_non_chinese" | "residence_permit" | "passport";
  number: Uint8Array<ArrayBuffer>;
  numberIndex: string;
  issuingState: string | null;
  expiresOn: Date | null;
};

/** Keeps an identity paper as it stood at a submission; a known number takes the newest particulars. */
export async function keepIdentity(db: Db, identity: NewIdentity): Promise<void> {
  const { personId, kind, numberIndex, ...particulars } = identity;
  await db.identityDocument.upsert({
    where: { personId_kind_numberIndex: { personId, kind, numberIndex } },
    create: identity,
    update: particulars,
    select: { id: true },
  });
}

/** Which version of its list entry a filing was first sent in under; null where nothing was sent. */
export async function findRulesOf(
  db: Db,
  filingId: string,
): Promise<{ entry: string; number: number; publishedAt: Date | null } | null> {
  const [row] = await db.$queryRaw<{ entry: string; number: number; publishedAt: Date | null }[]>`
    SELECT v."entry_code" AS "entry", v."number", v."published_at" AS "publishedAt"
    FROM "submission" s JOIN "list_entry_version" v ON v."id" = s."entry_version_id"
    WHERE s."filing_id" = ${filingId}::uuid ORDER BY s."round" LIMIT 1`;
  return row ?? null;
}
