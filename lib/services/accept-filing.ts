import { transaction } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import type { SeenInput } from "@/lib/domain/filing/review-schema";
import { ok, type Result } from "@/lib/domain/result";
import { takeStep, type Stepped } from "@/lib/services/take-step";

/** The reference of the filing that a step moved: where its page is. */
export type Moved = { reference: string };

/** Takes a filing into examination; whoever accepts it becomes its reviewer. */
export function acceptFiling(actor: Staff, input: SeenInput, now: Date): Promise<Result<Moved>> {
  return transaction(async (db) => movedBy(await takeStep(db, actor, { ...input, action: "accept" }, now)));
}

/** What a page needs to know of a step: where the filing is found. */
export function movedBy(stepped: Result<Stepped>): Result<Moved> {
  return stepped.ok ? ok({ reference: stepped.value.row.reference ?? "" }) : stepped;
}
