import { database } from "@/lib/data/client";
import { listDocumentsOf } from "@/lib/data/documents";
import { listEventsOf } from "@/lib/data/filings";
import { findSubmission, listSubmissions } from "@/lib/data/submissions";
import { evidenceKeys, type EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { Professional } from "@/lib/domain/actor";
import { documentHalves, type DocumentHalf } from "@/lib/domain/document/file";
import { workflow } from "@/lib/domain/filing/workflow";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { findKeyOfPerson, openWords, sealedAbout } from "@/lib/services/person-seal";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export type ReceiptFile = { id: string; key: EvidenceKey; half: DocumentHalf; name: string; sha256: string };

export type Receipt = {
  filing: MyFiling;
  reference: string;
  /** The fingerprint of everything that was sent in. */
  hash: string;
  /** The day by which the decision was promised when it was sent in. */
  promisedThen: string | null;
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
  const [first, ...later] = await listSubmissions(database, id);
  if (!first || reference === null) return refuse({ code: "wrong_status" });
  return ok({
    filing: filing.value,
    reference,
    hash: first.hash,
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
  const [submission, key, documents] = await Promise.all([
    findSubmission(database, filingId, round),
    findKeyOfPerson(database, actor.personId),
    listDocumentsOf(database, filingId),
  ]);
  // Once the key is destroyed, what was sent in can be read by nobody.
  if (!submission || !key) return [];
  const snapshot: unknown = JSON.parse(openWords(key, submission.sealed, sealedAbout.submission(filingId, round)));
  const names = new Map(documents.map(({ id, displayName }) => [id, displayName]));
  return papersIn(snapshot).map((paper) => ({ ...paper, name: names.get(paper.id) ?? "" }));
}

function papersIn(snapshot: unknown): Omit<ReceiptFile, "name">[] {
  const papers = isRecord(snapshot) && Array.isArray(snapshot["papers"]) ? (snapshot["papers"] as unknown[]) : [];
  return papers.flatMap((paper) => {
    if (!isRecord(paper)) return [];
    const { id, sha256 } = paper;
    const key = evidenceKeys.find((it) => it === paper["evidenceKey"]);
    const half = documentHalves.find((it) => it === paper["half"]);
    return typeof id === "string" && typeof sha256 === "string" && key && half ? [{ id, sha256, key, half }] : [];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
