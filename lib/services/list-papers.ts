import { database } from "@/lib/data/client";
import { findFilingAt, listDocumentsOf, listSendings, sumOfPapers, type DocumentRow } from "@/lib/data/documents";
import { readFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { findOpenRequest } from "@/lib/data/requests";
import { papersFor, type Paper } from "@/lib/domain/accreditation/evidence";
import type { Person } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { asksForChinese, chineseRuleFor } from "@/lib/domain/document/chinese";
import {
  documentHalves,
  fileFault,
  fileLimits,
  isReadableVerdict,
  type DocumentHalf,
} from "@/lib/domain/document/file";
import type { FileView, PaperPartView, PapersView, PaperView, PlaceView, Reusable } from "@/lib/domain/document/papers";
import { filingAddress, parseFilingAddress } from "@/lib/domain/filing/address";
import { mayChangePaper } from "@/lib/domain/filing/asked";
import { mayHandleIdentity } from "@/lib/domain/filing/tasks";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { rulesOf } from "@/lib/services/filing-facts";
import { changeableNow } from "@/lib/services/my-filing";
import { stoodAt, wasSent } from "@/lib/services/see-document";
import { walletOf, type WalletPaper } from "@/lib/services/wallet";
import { canSee } from "@/lib/services/visibility";

/** The papers of a filing with every file of them, as far as this person may see them. */
export async function listPapers(actor: Person, address: string, now: Date): Promise<Result<PapersView>> {
  const parsed = parseFilingAddress(address);
  const filingId = parsed && (await findFilingAt(database, parsed));
  const row = filingId ? await readFilingFacts(database, filingId) : null;
  if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });

  const [files, used, mayChange, wallet] = await Promise.all([
    filesFor(actor, row.id),
    sumOfPapers(database, row.id),
    changeableFor(actor, row, officeDay(now)),
    actor.kind === "professional" ? walletOf(database, row.personId, officeDay(now)) : null,
  ]);
  return ok({
    filingId: row.id,
    address: filingAddress(row),
    hasConsent: mayHandleIdentity(row.consents),
    papers: papersFor(rulesOf(row)).map((paper) => ({
      ...paperView(paper, files, mayChange(paper.key)),
      reusable: mayChange(paper.key) ? reusableOf(paper, files, wallet?.get(paper.key)) : null,
    })),
    used,
  });
}

type File = DocumentRow & { isCurrent: boolean };

/** Owners see their files as they are now; staff see them as they were last sent. */
async function filesFor(actor: Person, filingId: string): Promise<File[]> {
  const documents = await listDocumentsOf(database, filingId);
  if (actor.kind === "professional") {
    return documents
      .filter(({ removedAt }) => removedAt === null)
      .map((it) => ({ ...it, isCurrent: it.replacedAt === null }));
  }
  const sendings = await listSendings(database, filingId);
  const last = sendings.at(-1);
  return documents
    .filter((it) => it.state === "stored" && wasSent(it, sendings))
    .map((it) => ({ ...it, isCurrent: last !== undefined && stoodAt(it, last) }));
}

async function changeableFor(actor: Person, row: FilingRow, today: string): Promise<(paper: string) => boolean> {
  const isLate = row.dueOn !== null && today > row.dueOn;
  if (actor.kind !== "professional" || row.held || isLate || !mayHandleIdentity(row.consents)) return () => false;
  const request = row.state === "awaiting_applicant" ? await findOpenRequest(database, row.id) : null;
  const changeable = changeableNow(row, request);
  return (paper) => mayChangePaper(changeable, paper);
}

/** What was verified before is offered where nothing stands yet. */
function reusableOf({ key }: Paper, files: File[], parts: WalletPaper[] = []): Reusable | null {
  const [first, ...others] = parts.filter(({ half }) => half === "original");
  if (!first || files.some((it) => it.evidenceKey === key && it.state !== "refused")) return null;
  const { displayName, reference, authority, verified } = first;
  return { name: displayName, more: others.length, reference, authority, verified };
}

function paperView(paper: Paper, files: File[], mayChange: boolean): Omit<PaperView, "reusable"> {
  const { key, isRequired, halves } = paper;
  const mine = files.filter((it) => it.evidenceKey === key);
  const rule = chineseRuleFor(paper);
  const language = mine.find((it) => it.half === "original" && it.isCurrent && it.state === "stored")?.language ?? null;
  const hasTranslation = asksForChinese(rule, language) || mine.some(({ half }) => half === "translation");
  const parts = documentHalves
    .filter((half) => half === "original" || halves.includes(half) || (half === "translation" && hasTranslation))
    .map((half) =>
      partView(
        half,
        mine.filter((it) => it.half === half),
      ),
    );
  return { key, isRequired, mayChange, chinese: { rule, language }, parts };
}

/** `files` are all of one part, the newest first. */
function partView(half: DocumentHalf, files: File[]): PaperPartView {
  const taken = [...new Set(files.map(({ place }) => place))].sort((one, other) => one - other);
  const places = taken.map((place) =>
    placeView(
      place,
      files.filter((it) => it.place === place),
    ),
  );
  const standing = places.filter(({ current, checking }) => current ?? checking).length;
  return { half, places, hasRoom: standing < fileLimits.filesOfPart };
}

/** `files` are the versions of one file, the newest first. */
function placeView(place: number, files: File[]): PlaceView {
  const stored = files.filter(({ state }) => state === "stored");
  const current = stored.find(({ isCurrent }) => isCurrent);
  const [last] = files;
  return {
    place,
    current: current ? fileView(current) : null,
    checking: last?.state === "pending" ? { name: last.displayName, uploadedAt: last.uploadedAt } : null,
    refused:
      last?.state === "refused"
        ? { id: last.id, name: last.displayName, fault: fileFault(last.fault ?? ""), uploadedAt: last.uploadedAt }
        : null,
    earlier: stored.filter((it) => it !== current).map(fileView),
  };
}

function fileView({ displayName, pages, verdict, ...row }: DocumentRow): FileView {
  const { id, mediaType, size, uploadedAt, sha256, signs, verified } = row;
  const isReadable = isReadableVerdict(verdict);
  return {
    id,
    name: displayName,
    mediaType,
    size,
    pages: pages ?? 0,
    uploadedAt,
    verdict,
    sha256,
    isReadable,
    signs,
    verified,
  };
}
