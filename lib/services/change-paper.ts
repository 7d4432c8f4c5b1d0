import type { Db } from "@/lib/data/client";
import type { FilingRow } from "@/lib/data/filing-facts";
import type { Professional } from "@/lib/domain/actor";
import { papersFor, type Paper } from "@/lib/domain/accreditation/evidence";
import { chineseRuleFor } from "@/lib/domain/document/chinese";
import { documentHalves, type DocumentHalf } from "@/lib/domain/document/file";
import { mayChangePaper } from "@/lib/domain/filing/asked";
import { mayHandleIdentity } from "@/lib/domain/filing/tasks";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { rulesOf } from "@/lib/services/filing-facts";
import { lockMyFiling } from "@/lib/services/my-filing";

export type Part = { filingId: string; evidenceKey: string; half: DocumentHalf };

/** One's own filing, locked, if this part of this paper may be changed now; or why it may not. */
export async function lockForPaper(db: Db, actor: Professional, part: Part, now: Date): Promise<Result<FilingRow>> {
  const mine = await lockMyFiling(db, actor, part.filingId, now);
  if (!mine.ok) return mine;

  const { row, changeable } = mine.value;
  const paper = papersFor(rulesOf(row)).find(({ key }) => key === part.evidenceKey);
  if (!paper || !partsOf(paper).includes(part.half)) return refuse({ code: "not_found" });
  if (!mayHandleIdentity(row.consents)) return refuse({ code: "unmet", condition: "consent_first" });
  if (!mayChangePaper(changeable, paper.key)) return refuse({ code: "wrong_status" });
  return ok(row);
}

/** The parts a paper may have: its halves, and a Chinese version wherever it may be in another language. */
function partsOf(paper: Paper): DocumentHalf[] {
  const parts = new Set<DocumentHalf>(["original", ...paper.halves]);
  if (chineseRuleFor(paper) !== "never") parts.add("translation");
  return documentHalves.filter((half) => parts.has(half));
}
