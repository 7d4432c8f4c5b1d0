import { putAnswer } from "@/lib/data/answers";
import { transaction } from "@/lib/data/client";
import type { Professional } from "@/lib/domain/actor";
import type { AnswerHearingInput } from "@/lib/domain/filing/schema";
import { hearingStatement } from "@/lib/domain/filing/tasks";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { takeStep } from "@/lib/services/take-step";
import { mayReplace } from "@/lib/services/unsent-words";
import { writeSubmission } from "@/lib/services/write-submission";

/** Gives the professional's side before a refusal is decided; it stands among the answers as `hearing_statement`. */
export function answerHearing(
  actor: Professional,
  input: AnswerHearingInput,
  now: Date,
): Promise<Result<{ reference: string }>> {
  return transaction(async (db) => {
    const { statement, form, typed, ...seen } = input;
    let reference = "";
    const stepped = await takeStep(db, actor, { ...seen, action: "answer_hearing" }, now, async ({ row }) => {
      reference = row.reference ?? "";
      const place = { filing: row, place: "hearing" } as const;
      const sent = { words: { statement }, pressed: true };
      const may = await mayReplace(db, actor, place, { form, typed }, sent, now);
      // Stale is a filing that moved on; this one is where it was, and only its words are not what was seen.
      if (!may.ok) return refuse({ code: "unmet", condition: "written_elsewhere" });
      await putAnswer(db, row.id, hearingStatement, { value: statement }, now);
      const { hash, round } = await writeSubmission(db, row, reference, now);
      return ok({ payload: { submission: hash, round } });
    });
    return stepped.ok ? ok({ reference }) : stepped;
  });
}
