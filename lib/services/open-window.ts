import type { Db } from "@/lib/data/client";
import { findLastTold, noteLastTold, type OpenForm } from "@/lib/data/open-forms";
import { ok, refuse, type Result } from "@/lib/domain/result";

/** A form open in one window, and the mark of what it was shown when it opened. */
export type OpenWindow = OpenForm & { seen: string };

/** May this window write over what stands there now? Refused as stale where somebody wrote since it looked. */
export async function mayWriteOver(
  db: Db,
  { seen, ...open }: OpenWindow,
  { mark, pressed }: { mark: string; pressed: boolean },
  now: Date,
): Promise<Result<void>> {
  const told = await findLastTold(db, open);
  // Told of it, whoever presses Continue again means it; a window that saves by itself never does.
  const known = told && (pressed || told.by === "saving") ? told.mark : seen;
  if (mark === known) return ok(undefined);
  if (pressed) await noteLastTold(db, open, { mark, by: "refusal" }, now);
  return refuse({ code: "stale" });
}

/** Notes that what stands there now was written from this window. */
export async function noteWritten(db: Db, { accountId, form }: OpenForm, mark: string, now: Date): Promise<void> {
  await noteLastTold(db, { accountId, form }, { mark, by: "saving" }, now);
}
