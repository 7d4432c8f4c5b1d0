import { database } from "@/lib/data/client";
import { listDocumentsOf } from "@/lib/data/documents";
import { listEventsOf } from "@/lib/data/filings";
import { findRulesOf, listSubmissions } from "@/lib/data/submissions";
import { evidenceKeys, type EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { Professional } from "@/lib/domain/actor";
import { documentHalves, type DocumentHalf } from "@/lib/domain/document/file";
import type { Sent } from "@/lib/domain/filing/unchanged";
import { workflow } from "@/lib/domain/filing/workflow";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { readSent } from "@/lib/services/sent-snapshot";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export type ReceiptFile = { id: string; key: EvidenceKey; half: DocumentHalf; name: string; sha256: string };

export type Receipt = {
  filing: MyFiling;
  reference: string;
  /** The fingerprint of everything that was sent in. */
  hash: string;
  /** The day by which the decision was promised when it was sent in. */
  promisedThen: string | null;
  /** The version of the list entry it is examined by. */
  rules: { entry: string; number: number; publishedAt: Date | null };
  /** The papers as they were sent in, whatever became of them since. */
  files: ReceiptFile[];
  /** What was sent in afterwards, in answer to requests. */
  later: { round: number; hash: string; submittedAt: Date }[];
};

/** The receipt of a submission: the same today and in a year. */
export async function viewReceipt(actor: Professional, address: string, now: Date): Promise<Result<Receipt>> {
  const filing = await viewMyFiling(actor, address, now);
  if (!filing.ok) return filing;
  const { id, reference } = filing.value;
  const [[first, ...later], rules] = await Promise.all([listSubmissions(database, id), findRulesOf(database, id)]);
  if (!first || !rules || reference === null) return refuse({ code: "wrong_status" });
  return ok({
    filing: filing.value,
    reference,
    hash: first.hash,
    rules,
    promisedThen: await promisedBy(id, workflow.submit.event),
    files: await filesSent(actor, id, first.round),
    later,
  });
}

async function promisedBy(filingId: string, type: string): Promise<string | null> {
  const events = await listEventsOf(database, filingId);
  const decideBy = events.find((event) => event.type === type)?.payload["decideBy"];
  return typeof decideBy === "string" ? decideBy : null;
}

async function filesSent(actor: Professional, filingId: string, round: number): Promise<ReceiptFile[]> {
  const [sent, documents] = await Promise.all([
    readSent(database, { id: filingId, personId: actor.personId }, round),
    listDocumentsOf(database, filingId),
  ]);
  // Once the key is destroyed, what was sent in can be read by nobody.
  return receiptFiles(sent?.papers ?? [], documents);
}

/** Files as they were sent in, with the names they had then. */
export function receiptFiles(
  papers: Sent["papers"],
  documents: readonly { id: string; displayName: string }[],
): ReceiptFile[] {
  const names = new Map(documents.map(({ id, displayName }) => [id, displayName]));
  return papers.flatMap(({ id, sha256, ...paper }) => {
    const key = evidenceKeys.find((it) => it === paper.evidenceKey);
    const half = documentHalves.find((it) => it === paper.half);
    return key && half ? [{ id, sha256, key, half, name: names.get(id) ?? "" }] : [];
  });
}
