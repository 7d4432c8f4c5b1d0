import { database } from "@/lib/data/client";
import { listSecondChecks as listRows, type SecondCheckRow } from "@/lib/data/queue";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { readCursor, writeCursor } from "@/lib/domain/filing/queue";
import { fieldsOf } from "@/lib/domain/permissions";

export type SecondCheckLine = Omit<SecondCheckRow, "id">;
export type SecondCheckView = { today: string; rows: SecondCheckLine[]; next: string | null; isFirst: boolean };

const perPage = 25;

/** What awaits this officer's second check, first due first: in the fields they decide, and nothing they took part in. */
export async function listSecondChecks(
  actor: Staff,
  { after }: { after: string },
  now: Date,
): Promise<SecondCheckView> {
  const cursor = readCursor(after);
  const place = cursor?.dueOn ? { dueOn: cursor.dueOn, id: cursor.id } : null;
  const scope = { fields: [...new Set(fieldsOf(actor, "decide"))], accountId: actor.accountId, notOf: actor.personId };
  const rows = await listRows(database, scope, { after: place, limit: perPage + 1 });

  const shown = rows.slice(0, perPage);
  const last = shown.at(-1);
  return {
    today: officeDay(now),
    rows: shown.map(({ id: _id, ...row }) => row),
    next: last && rows.length > perPage ? writeCursor({ part: "ours", dueOn: last.dueOn, id: last.id }) : null,
    isFirst: place === null,
  };
}
