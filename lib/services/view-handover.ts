import { database } from "@/lib/data/client";
import { findHandover, findLastHandover, type StoredHandover } from "@/lib/data/handovers";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { Professional } from "@/lib/domain/actor";
import type { DocumentHalf } from "@/lib/domain/document/file";
import { handoverTokenSchema, standingOfHandover } from "@/lib/domain/document/handover";
import { filingAddress } from "@/lib/domain/filing/address";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { handoverAddress } from "@/lib/ports/addresses";
import { wallTime } from "@/lib/ports/clock";
import { linkHash, linkToken } from "@/lib/ports/links";
import { findMyFiling } from "@/lib/services/my-filing";

type Part = { evidenceKey: EvidenceKey; half: DocumentHalf };

export type MyHandover = Part & { filingId: string; address: string } & (
    { is: "open"; link: string; expiresAt: Date } | { is: "used"; name: string | null } | { is: "ended" }
  );

/** The link that its owner began last for a filing: what to point the telephone at, or what came by it; null before any. */
export async function viewMyHandover(
  actor: Professional,
  address: string,
  locale: string,
): Promise<Result<MyHandover | null>> {
  const row = await findMyFiling(database, actor, address);
  if (!row) return refuse({ code: "not_found" });
  const handover = await findLastHandover(database, actor.accountId, row.id);
  if (!handover) return ok(null);

  const about = { ...partOf(handover), filingId: row.id, address: filingAddress(row) };
  const { id, expiresAt, document } = handover;
  const is = standingOfHandover(handover, wallTime());
  if (is === "open") {
    return ok({ ...about, is, expiresAt, link: handoverAddress(locale, linkToken("handover", id)) });
  }
  return ok(is === "used" ? { ...about, is, name: document?.displayName ?? null } : { ...about, is });
}

export type HandoverView = (Part & { is: "open"; expiresAt: Date }) | { is: "used" } | { is: "ended" };

/** What the telephone is shown under a link: which paper, and nothing of whose it is. Looking changes nothing. */
export async function viewHandover(token: string): Promise<HandoverView> {
  const handover = handoverTokenSchema.safeParse(token).success && (await findHandover(database, linkHash(token)));
  if (!handover) return { is: "ended" };
  const is = standingOfHandover(handover, wallTime());
  return is === "open" ? { ...partOf(handover), is, expiresAt: handover.expiresAt } : { is };
}

// Only keys of the evidence table are ever written there.
const partOf = ({ evidenceKey, half }: StoredHandover): Part => ({ evidenceKey: evidenceKey as EvidenceKey, half });
