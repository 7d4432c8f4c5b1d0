import { putAnswer, removeAnswers } from "@/lib/data/answers";
import { transaction } from "@/lib/data/client";
import { supersedeFindings } from "@/lib/data/findings";
import { insertObjection } from "@/lib/data/objections";
import { endReopening } from "@/lib/data/reopenings";
import type { Professional } from "@/lib/domain/actor";
import { objectionStatement } from "@/lib/domain/filing/objection";
import type { ObjectInput } from "@/lib/domain/filing/schema";
import { hearingStatement } from "@/lib/domain/filing/tasks";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { takeStep } from "@/lib/services/take-step";
import { mayReplace } from "@/lib/services/unsent-words";
import { writeSubmission } from "@/lib/services/write-submission";

/**
 * Objects to a refusal, once and within 28 days of it: the filing is examined anew, by people who had no part in what was
 * decided. Every check is made again; what was found, said and decided before stays as history.
 */
export function objectToRefusal(
  actor: Professional,
  input: ObjectInput,
  now: Date,
): Promise<Result<{ reference: string }>> {
  return transaction(async (db) => {
    const { grounds, form, typed, ...seen } = input;
    let reference = "";
    const stepped = await takeStep(db, actor, { ...seen, action: "object" }, now, async ({ row, filing }) => {
      reference = row.reference ?? "";
      const place = { filing: row, place: "objection" } as const;
      const may = await mayReplace(db, actor, place, { form, typed }, { words: { grounds }, pressed: true }, now);
      // Stale is a filing that moved on; this one is where it was, and only its words are not what was seen.
      if (!may.ok) return refuse({ code: "unmet", condition: "written_elsewhere" });
      const refusal = row.decisions.findLast(({ stage, outcome }) => stage === "confirmation" && outcome === "refuse");
      // Only a confirmation refuses.
      if (!refusal) throw new Error(`The filing ${row.id} was refused by no decision.`);
      await insertObjection(db, { filingId: row.id, decisionId: refusal.id, excluded: filing.tookPart, madeAt: now });
      // What the office wanted for itself is no longer needed.
      await endReopening(db, row.id, { state: "overtaken" }, now);
      await supersedeFindings(db, row.id);
      // The next hearing is about another proposal.
      await removeAnswers(db, row.id, [hearingStatement]);
      await putAnswer(db, row.id, objectionStatement, { value: grounds }, now);
      const { hash, round } = await writeSubmission(db, row, reference, now);
      return ok({ payload: { submission: hash, round } });
    });
    return stepped.ok ? ok({ reference }) : stepped;
  });
}
