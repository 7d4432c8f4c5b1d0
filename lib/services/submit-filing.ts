import { findBarredUntil } from "@/lib/data/bars";
import { transaction } from "@/lib/data/client";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { nextFilingNumber } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { filingReference } from "@/lib/domain/codes/references";
import type { SubmitFilingInput } from "@/lib/domain/filing/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { takeStep } from "@/lib/services/take-step";
import { writeSubmission } from "@/lib/services/write-submission";

export type SubmittedFiling = { reference: string };

/** Submits a complete draft: reference, pinned entry and snapshot with the step. Sent twice, it is submitted once. */
export function submitFiling(
  actor: Professional,
  input: SubmitFilingInput,
  now: Date,
): Promise<Result<SubmittedFiling>> {
  return transaction(async (db) => {
    const before = await findFilingFacts(db, input.filingId);
    // The same sending once more: the step that was asked for is the one that was taken.
    const isRepetition = before?.personId === actor.personId && before.version === input.version + 1;
    if (isRepetition && before.state === "submitted" && before.reference) return ok({ reference: before.reference });

    let reference = "";
    const stepped = await takeStep(
      db,
      actor,
      { ...input, action: "submit", locked: before },
      now,
      async ({ row, today }) => {
        const who = { personId: row.personId, fieldCode: row.field };
        if (await findBarredUntil(db, who, today)) return refuse({ code: "unmet", condition: "barred" });
        reference = filingReference(Number(today.slice(0, 4)), await nextFilingNumber(db));
        const { hash } = await writeSubmission(db, row, reference, now);
        return ok({
          columns: { reference, entryVersionId: row.entry.versionId, submittedAt: now },
          mail: { files: row.papers.map(({ evidenceKey, sha256 }) => ({ key: evidenceKey, sha256 })) },
          payload: { entryVersionId: row.entry.versionId, submission: hash, receivedOn: officeDay(now) },
        });
      },
    );
    return stepped.ok ? ok({ reference }) : stepped;
  });
}
