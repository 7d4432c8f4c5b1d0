import { database } from "@/lib/data/client";
import { claimHandover, findHandover, releaseHandover, settleHandover } from "@/lib/data/handovers";
import { before } from "@/lib/domain/account/session-rules";
import type { Professional } from "@/lib/domain/actor";
import { brokenOffMinutes, handoverTokenSchema } from "@/lib/domain/document/handover";
import { refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { linkHash } from "@/lib/ports/links";
import { attachDocument, type Attached, type AttachInput } from "@/lib/services/attach-document";

export type HandoverInput = { token: string } & Pick<AttachInput, "name" | "content">;

/**
 * Takes in a file from a telephone as the one paper its link is for. Whatever would keep its owner from uploading keeps the
 * link from it; a link by which a paper came is used up, one whose file was refused may be tried again.
 */
export async function attachByHandover(
  _visitor: unknown,
  { token, ...file }: HandoverInput,
  now: Date,
): Promise<Result<Attached>> {
  const handover = handoverTokenSchema.safeParse(token).success && (await findHandover(database, linkHash(token)));
  const at = wallTime();
  if (!handover || !(await claimHandover(database, handover.id, at, before(at, brokenOffMinutes * 60_000)))) {
    return refuse({ code: "not_found" });
  }

  const { id, accountId, account, filingId, evidenceKey, half } = handover;
  const owner: Professional = { kind: "professional", accountId, ...account };
  let attached: Result<Attached> | null = null;
  try {
    attached = await attachDocument(owner, { filingId, evidenceKey, half, ...file }, now, (db, documentId) =>
      settleHandover(db, id, documentId, wallTime()),
    );
    return attached;
  } finally {
    if (!attached?.ok) await releaseHandover(database, id);
  }
}
