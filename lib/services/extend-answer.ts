import { readWorkingCalendar } from "@/lib/data/calendar";
import { transaction } from "@/lib/data/client";
import { extendRequest, findOpenRequest } from "@/lib/data/requests";
import type { Professional } from "@/lib/domain/actor";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { filingAddress } from "@/lib/domain/filing/address";
import type { ExtendAnswerInput } from "@/lib/domain/filing/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { takeStep } from "@/lib/services/take-step";

/** Takes more time to answer the open request, once, without asking anybody. */
export function extendAnswer(
  actor: Professional,
  input: ExtendAnswerInput,
  now: Date,
): Promise<Result<{ address: string }>> {
  const { days } = input;
  return transaction(async (db) => {
    const stepped = await takeStep(db, actor, { ...input, action: "extend_answer" }, now, async ({ row }) => {
      const request = await findOpenRequest(db, row.id);
      if (!request) return refuse({ code: "wrong_status" });
      const { date } = addWorkingDays(request.dueOn, days, await readWorkingCalendar(db));
      await extendRequest(db, request.id, days, date);
      return ok({ payload: { days } });
    });
    return stepped.ok ? ok({ address: filingAddress(stepped.value.row) }) : stepped;
  });
}
