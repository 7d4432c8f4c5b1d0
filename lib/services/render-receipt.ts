import type { Professional } from "@/lib/domain/actor";
import { ok, type Result } from "@/lib/domain/result";
import type { PaperSheet } from "@/lib/domain/verification/paper-sheet";
import { paperPdf } from "@/lib/ports/paper-pdf";
import { viewReceipt, type Receipt } from "@/lib/services/view-receipt";

/** The receipt of one's own filing as a file. */
export async function renderReceipt(
  actor: Professional,
  address: string,
  compose: (receipt: Receipt) => Promise<PaperSheet>,
  now: Date,
): Promise<Result<{ name: string; bytes: Buffer }>> {
  const receipt = await viewReceipt(actor, address, now);
  if (!receipt.ok) return receipt;
  const { reference, filing } = receipt.value;
  const bytes = await paperPdf(await compose(receipt.value), filing.dates.submittedAt ?? now);
  return ok({ name: `${reference}.pdf`, bytes });
}
