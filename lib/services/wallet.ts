import type { Db } from "@/lib/data/client";
import { listVerifiedPapers, type VerifiedPaper } from "@/lib/data/wallet";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { stillCounts, verifiedUntil, type Verified } from "@/lib/domain/document/wallet";

export type WalletPaper = VerifiedPaper & { verified: Verified };

/** What a person may use again today: by paper, the parts that were verified together last, the original first. */
export async function walletOf(db: Db, personId: string, today: string): Promise<Map<string, WalletPaper[]>> {
  const wallet = new Map<string, WalletPaper[]>();
  for (const paper of await listVerifiedPapers(db, personId)) {
    const { evidenceKey, filingId, answers } = paper;
    const on = officeDay(paper.foundAt);
    // Only keys of the evidence table are ever written there.
    const verified = { on, until: verifiedUntil(evidenceKey as EvidenceKey, on, answers) };
    if (!stillCounts(verified, today)) continue;
    const parts = wallet.get(evidenceKey) ?? [];
    if (parts.every((it) => it.filingId === filingId)) wallet.set(evidenceKey, [...parts, { ...paper, verified }]);
  }
  for (const [key, parts] of wallet) {
    // The parts of a paper come in their order.
    if (parts[0]?.half !== "original") wallet.delete(key);
  }
  return wallet;
}
