import type { Db } from "@/lib/data/client";
import type { Stage } from "@/lib/data/decisions";
import type { RequestOutcome, RequestState } from "@/lib/data/requests";
import type { FindingResult } from "@/lib/domain/filing/checks";
import type { FilingState } from "@/lib/domain/filing/filing";

/** What an examination shows of a filing beyond the facts that its steps depend on. Instants are ISO text, bytes are hex. */
export type ExaminationRow = {
  issuingBody: { en: string; "zh-Hant": string; "zh-Hans": string };
  dueProvisional: boolean;
  decidedOn: string | null;
  stateSince: string;
  /** The language the professional reads. */
  locale: "en" | "zh-Hant" | "zh-Hans" | null;
  sealed: { question: string; sealed: string }[];
  answeredAt: { question: string; at: string }[];
  submissions: { round: number; at: string }[];
  papers: {
    id: string;
    evidenceKey: string;
    half: "original" | "translation" | "notarisation";
    place: number;
    name: string;
    mediaType: string;
    size: number;
    pages: number | null;
    sha256: string;
    verdict: string;
    uploadedAt: string;
    /** A later one stands in its place, or it was taken away. */
    isEarlier: boolean;
  }[];
  findings: {
    check: string;
    result: FindingResult;
    note: string;
    revision: number;
    accountId: string;
    at: string;
    source: string | null;
    lookedUp: "by_hand" | "by_machine" | null;
    lookedUpAt: string | null;
  }[];
  requests: {
    round: number;
    extraDays: number;
    state: RequestState;
    outcome: RequestOutcome;
    sentAt: string;
    dueOn: string;
    answeredAt: string | null;
    items: { number: number; subject: string; text: string; answer: string | null; answeredAt: string | null }[];
  }[];
  decisions: {
    id: string;
    stage: Stage;
    outcome: "approve" | "refuse";
    filingVersion: number;
    reasonCodes: string[];
    note: string | null;
    scope: { en: string | null; "zh-Hant": string | null; "zh-Hans": string | null };
    accountId: string;
    at: string;
  }[];
  events: {
    seq: number;
    type: string;
    actorKind: "applicant" | "staff" | "clock";
    actorId: string | null;
    at: string;
    /** `round`: which sending the step wrote, where it sent something in. */
    payload: { reasons?: string[]; assignee?: string; dueOn?: string | null; round?: number };
  }[];
  registration: string | null;
  /** What else its person filed, newest first, and how each ended. */
  earlier: EarlierFiling[];
  /** The names of the staff who appear above. */
  staff: { id: string; name: string }[];
};

/** Another filing of the same person, as an examination names it. */
export type EarlierFiling = {
  reference: string | null;
  /** Whoever examines the one may open the other. */
  isSameField: boolean;
  state: FilingState;
  decidedOn: string | null;
  qualification: { en: string; "zh-Hant": string; "zh-Hans": string };
  /** Why it was refused or not accepted; nothing otherwise. */
  reasons: string[];
};

/** The id of the filing with this reference, or null. */
export async function findFilingByReference(db: Db, reference: string): Promise<string | null> {
  const filing = await db.filing.findUnique({ where: { reference }, select: { id: true } });
  return filing?.id ?? null;
}

/** Everything an examination shows, in one reading. */
export async function readExamination(db: Db, filingId: string): Promise<ExaminationRow | null> {
  const rows = await db.$queryRaw<{ row: ExaminationRow }[]>`
    SELECT jsonb_build_object(
      'issuingBody', jsonb_build_object('en', v."issuing_body_en", 'zh-Hant', v."issuing_body_zh_hant", 'zh-Hans', v."issuing_body_zh_hans"),
      'dueProvisional', f."due_provisional", 'decidedOn', f."decided_on", 'stateSince', f."state_since",
      'locale', (SELECT a."locale" FROM "account" a WHERE a."person_id" = f."person_id"),
      'sealed', COALESCE((SELECT jsonb_agg(jsonb_build_object('question', a."question", 'sealed', encode(a."sealed", 'hex')))
        FROM "answer" a WHERE a."filing_id" = f."id" AND a."sealed" IS NOT NULL), '[]'),
      'answeredAt', COALESCE((SELECT jsonb_agg(jsonb_build_object('question', a."question", 'at', a."updated_at"))
        FROM "answer" a WHERE a."filing_id" = f."id"), '[]'),
      'submissions', COALESCE((SELECT jsonb_agg(jsonb_build_object('round', s."round", 'at', s."submitted_at") ORDER BY s."round")
        FROM "submission" s WHERE s."filing_id" = f."id"), '[]'),
      'papers', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', d."id", 'evidenceKey', d."evidence_key", 'half', d."half",
          'place', d."place", 'name', d."display_name", 'mediaType', d."media_type", 'size', d."size", 'pages', d."pages", 'sha256', d."sha256",
          'verdict', d."verdict", 'uploadedAt', d."uploaded_at",
          'isEarlier', d."replaced_by_id" IS NOT NULL OR d."removed_at" IS NOT NULL) ORDER BY d."uploaded_at" DESC, d."id" DESC)
        FROM "document" d WHERE d."filing_id" = f."id" AND d."state" = 'stored'), '[]'),
      'findings', COALESCE((SELECT jsonb_agg(jsonb_build_object('check', n."check", 'result', n."result", 'note', n."note",
          'revision', n."revision", 'accountId', n."account_id", 'at', n."found_at", 'source', n."source", 'lookedUp', n."looked_up", 'lookedUpAt', n."looked_up_at"))
        FROM "finding" n WHERE n."filing_id" = f."id" AND NOT n."superseded"), '[]'),
      'requests', COALESCE((SELECT jsonb_agg(jsonb_build_object('round', r."round", 'extraDays', r."extra_days", 'state', r."state", 'outcome', r."outcome",
          'sentAt', r."sent_at", 'dueOn', r."due_on", 'answeredAt', r."answered_at",
          'items', COALESCE((SELECT jsonb_agg(jsonb_build_object('number', i."number", 'subject', i."subject", 'text', i."text",
              'answer', i."answer", 'answeredAt', i."answered_at") ORDER BY i."number")
            FROM "request_item" i WHERE i."request_id" = r."id"), '[]')) ORDER BY r."round" DESC)
        FROM "request" r WHERE r."filing_id" = f."id"), '[]'),
      'decisions', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', e."id", 'stage', e."stage", 'outcome', e."outcome",
          'filingVersion', e."filing_version", 'reasonCodes', e."reason_codes", 'note', encode(e."note", 'hex'),
          'scope', jsonb_build_object('en', e."scope_en", 'zh-Hant', e."scope_zh_hant", 'zh-Hans', e."scope_zh_hans"),
          'accountId', e."account_id", 'at', e."decided_at") ORDER BY e."filing_version", e."decided_at")
        FROM "decision" e WHERE e."filing_id" = f."id"), '[]'),
      'events', COALESCE((SELECT jsonb_agg(jsonb_build_object('seq', e."seq", 'type', e."type", 'actorKind', e."actor_kind",
          'actorId', e."actor_id", 'at', e."at", 'payload', e."payload") ORDER BY e."seq" DESC)
        FROM "event" e WHERE e."filing_id" = f."id"), '[]'),
      'registration', (SELECT r."number" FROM "registration" r WHERE r."filing_id" = f."id"),
      'earlier', COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', o."reference",
          'isSameField', o."field_code" = f."field_code", 'state', o."state", 'decidedOn', o."decided_on",
          'qualification', jsonb_build_object('en', ov."qualification_en", 'zh-Hant', ov."qualification_zh_hant", 'zh-Hans', ov."qualification_zh_hans"),
          'reasons', COALESCE((SELECT to_jsonb(d."reason_codes") FROM "decision" d WHERE d."filing_id" = o."id"
            AND o."state" IN ('refused', 'not_accepted') AND d."stage" IN ('confirmation', 'declined')
            ORDER BY d."filing_version" DESC LIMIT 1), '[]')) ORDER BY o."submitted_at" DESC)
        FROM "filing" o JOIN "list_entry_version" ov ON ov."id" = o."entry_version_id"
        WHERE o."person_id" = f."person_id" AND o."id" <> f."id" AND o."state" <> 'draft'), '[]'),
      'staff', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', a."id", 'name', a."display_name"))
        FROM "account" a WHERE a."kind" = 'staff' AND a."id" IN (
          SELECT f."reviewer_id" UNION SELECT n."account_id" FROM "finding" n WHERE n."filing_id" = f."id"
          UNION SELECT e."account_id" FROM "decision" e WHERE e."filing_id" = f."id"
          UNION SELECT e."actor_id" FROM "event" e WHERE e."filing_id" = f."id")), '[]')
    ) AS "row"
    FROM "filing" f
    JOIN "list_entry_version" v ON v."id" = f."entry_version_id"
    WHERE f."id" = ${filingId}::uuid`;
  return rows[0]?.row ?? null;
}

/** When this staff member last asked, with a reason, to see the identity numbers of a filing in full; null when never. */
export async function findLastReveal(db: Db, accountId: string, filingId: string): Promise<Date | null> {
  const entry = await db.auditEntry.findFirst({
    where: { object: `filing:${filingId}`, action: "reveal_identity_number", actorId: accountId },
    orderBy: { seq: "desc" },
    select: { at: true },
  });
  return entry?.at ?? null;
}
