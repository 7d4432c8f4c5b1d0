import { transaction } from "@/lib/data/client";
import type { Professional } from "@/lib/domain/actor";
import type { AnswerProceedingInput } from "@/lib/domain/registration/proceeding-schema";
import { ok, type Result } from "@/lib/domain/result";
import { sealedAbout, sealWords } from "@/lib/services/person-seal";
import { takeProceedingStep } from "@/lib/services/take-proceeding-step";

/** Gives the holder's side before anything is decided on their registration. It is given once, and stays. */
export function answerProceeding(
  actor: Professional,
  { proceedingId, version, statement }: AnswerProceedingInput,
  now: Date,
): Promise<Result<{ number: string }>> {
  return transaction(async (db) => {
    const step = { proceedingId, version, action: "answer" } as const;
    const stepped = await takeProceedingStep(db, actor, step, now, ({ key }) =>
      Promise.resolve(
        ok({
          change: {
            statement: sealWords(key, statement, sealedAbout.proceeding(proceedingId, "statement")),
            answeredAt: now,
          },
          mail: { template: "proceeding_statement_received", dueOn: null },
        }),
      ),
    );
    return stepped.ok ? ok({ number: stepped.value.registration.number }) : stepped;
  });
}
