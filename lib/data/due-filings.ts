import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { requestMails } from "@/lib/domain/mail/templates";

export type DueFiling = {
  id: string;
  version: number;
  state: "submitted" | "awaiting_applicant" | "hearing" | "public_notice";
  dueOn: string;
  /** What the open notice announced for this case, where there is one. */
  outcome: "close_no_response" | "decide_on_file" | null;
  /** The last mail about that notice never reached whoever filed. */
  unreached: boolean;
};

/** Filings that wait for a day which is past and are not on hold, the oldest first, from a place in the list on. */
export async function listDueFilings(
  db: Db,
  today: string,
  after: { dueOn: string; id: string } | null,
  limit: number,
): Promise<DueFiling[]> {
  const from = after ?? { dueOn: "0001-01-01", id: "00000000-0000-0000-0000-000000000000" };
  // The states stand here as words, since only so does the index on them serve.
  return db.$queryRaw<DueFiling[]>`
    SELECT f."id", f."version", f."state"::text AS "state", f."due_on"::text AS "dueOn",
      (SELECT r."outcome"::text FROM "request" r WHERE r."filing_id" = f."id" AND r."state" = 'sent') AS "outcome",
      COALESCE((
        SELECT m."state" = 'failed'
        FROM "request" r
        JOIN "account" a ON a."person_id" = f."person_id"
        JOIN "mail" m ON m."account_id" = a."id" AND m."created_at" >= r."sent_at"
        WHERE r."filing_id" = f."id" AND r."state" = 'sent' AND m."params"->>'filingId' = f."id"::text
          AND m."template" = ANY(${[...requestMails]})
        ORDER BY m."created_at" DESC, m."id" DESC LIMIT 1), false) AS "unreached"
    FROM "filing" f
    WHERE f."state" IN ('submitted', 'awaiting_applicant', 'hearing', 'public_notice') AND NOT f."held"
      AND f."due_on" < ${dayColumn(today)}::date
      AND (f."due_on", f."id") > (${dayColumn(from.dueOn)}::date, ${from.id}::uuid)
    ORDER BY f."due_on", f."id"
    LIMIT ${limit}`;
}
