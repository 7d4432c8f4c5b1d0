import { transaction } from "@/lib/data/client";
import { insertExtraRound } from "@/lib/data/extra-rounds";
import type { Staff } from "@/lib/domain/actor";
import type { AllowRoundInput } from "@/lib/domain/filing/review-schema";
import { ok, type Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { takeStep } from "@/lib/services/take-step";

/** Lets the reviewer ask once more than usual, once, for a reason that stays among the staff. */
export function allowRound(
  actor: Staff,
  { filingId, version, reason }: AllowRoundInput,
  now: Date,
): Promise<Result<Moved>> {
  const step = { filingId, version, action: "allow_round" } as const;
  return transaction(async (db) => {
    const stepped = await takeStep(db, actor, step, now, async ({ row }) => {
      const key = await keyOfPerson(db, row.personId);
      await insertExtraRound(db, {
        filingId,
        reason: sealWords(key, reason, sealedAbout.extraRound(filingId)),
        accountId: actor.accountId,
        allowedAt: now,
      });
      return ok({});
    });
    return movedBy(stepped);
  });
}
