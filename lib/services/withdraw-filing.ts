import { transaction } from "@/lib/data/client";
import { closeRequest } from "@/lib/data/requests";
import type { Professional } from "@/lib/domain/actor";
import { filingAddress } from "@/lib/domain/filing/address";
import type { WithdrawFilingInput } from "@/lib/domain/filing/schema";
import { ok, type Result } from "@/lib/domain/result";
import { takeStep } from "@/lib/services/take-step";

/** Takes a submitted filing back, for good; what was asked of its professional is no longer asked. */
export function withdrawFiling(
  actor: Professional,
  input: WithdrawFilingInput,
  now: Date,
): Promise<Result<{ address: string }>> {
  return transaction(async (db) => {
    const stepped = await takeStep(db, actor, { ...input, action: "withdraw" }, now, async ({ row }) => {
      await closeRequest(db, row.id, "cancelled");
      return ok({});
    });
    return stepped.ok ? ok({ address: filingAddress(stepped.value.row) }) : stepped;
  });
}
