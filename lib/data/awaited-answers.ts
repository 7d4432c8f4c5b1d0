import type { Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";

export type AwaitedAnswer = {
  filingId: string;
  requestId: string;
  accountId: string;
  sentAt: Date;
  /** The last day as the request says it. */
  until: string;
  /** The last day as it counts now. */
  dueOn: string;
};

/**
 * Requests whose answer is still in time, the nearest last day first, from a place in the list on: of filings that are not on
 * hold, and of people to whose address no mail has come back.
 */
export async function listAwaitedAnswers(
  db: Db,
  today: string,
  after: { dueOn: string; filingId: string } | null,
  limit: number,
): Promise<AwaitedAnswer[]> {
  const from = after ?? { dueOn: "0001-01-01", filingId: "00000000-0000-0000-0000-000000000000" };
  // The states stand here as words, since only so do the indexes on them serve.
  return db.$queryRaw<AwaitedAnswer[]>`
    SELECT f."id" AS "filingId", r."id" AS "requestId", a."id" AS "accountId", r."sent_at" AS "sentAt",
      r."due_on"::text AS "until", f."due_on"::text AS "dueOn"
    FROM "filing" f
    JOIN "request" r ON r."filing_id" = f."id" AND r."state" = 'sent'
    JOIN "account" a ON a."person_id" = f."person_id"
    WHERE f."state" = 'awaiting_applicant' AND NOT f."held" AND f."due_on" >= ${dayColumn(today)}::date
      AND (f."due_on", f."id") > (${dayColumn(from.dueOn)}::date, ${from.filingId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM "mail" m WHERE m."account_id" = a."id" AND m."email" = a."email" AND m."state" = 'failed')
    ORDER BY f."due_on", f."id"
    LIMIT ${limit}`;
}
