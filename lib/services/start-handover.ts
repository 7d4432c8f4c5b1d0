import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { openHandover } from "@/lib/data/handovers";
import type { Professional } from "@/lib/domain/actor";
import { handoverMinutes, type StartHandoverInput } from "@/lib/domain/document/handover";
import { filingAddress } from "@/lib/domain/filing/address";
import { ok, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { linkHash, linkToken } from "@/lib/ports/links";
import { lockForPaper } from "@/lib/services/change-paper";

/** Opens a link under which a telephone may send one part of one paper, once and soon; the link before it ends. */
export function startHandover(
  actor: Professional,
  part: StartHandoverInput,
  now: Date,
): Promise<Result<{ address: string }>> {
  return transaction(async (db) => {
    const mine = await lockForPaper(db, actor, part, now);
    if (!mine.ok) return mine;

    const id = randomUUID();
    const createdAt = wallTime();
    await openHandover(db, {
      ...part,
      id,
      accountId: actor.accountId,
      tokenHash: linkHash(linkToken("handover", id)),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + handoverMinutes * 60_000),
    });
    await appendAudit(db, {
      actor,
      action: "start_handover",
      object: `filing:${part.filingId}`,
      fields: [part.evidenceKey],
    });
    return ok({ address: filingAddress(mine.value) });
  });
}
