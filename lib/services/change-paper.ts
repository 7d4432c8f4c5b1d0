import type { Db } from "@/lib/data/client";
import type { FilingRow } from "@/lib/data/filing-facts";
import type { Professional } from "@/lib/domain/actor";
import { papersFor } from "@/lib/domain/accreditation/evidence";
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
  if (!partsOfPaper(row, part.evidenceKey).includes(part.half)) return refuse({ code: "not_found" });
  if (!mayHandleIdentity(row.consents)) return refuse({ code: "unmet", condition: "consent_first" });
  if (!mayChangePaper(changeable, part.evidenceKey)) return refuse({ code: "wrong_status" });
  return ok(row);
}

/** The parts that a paper of a filing may have; none where it is not asked for. A Chinese version may stand beside most. */
export function partsOfPaper(row: FilingRow, evidenceKey: string): DocumentHalf[] {
  const paper = papersFor(rulesOf(row)).find(({ key }) => key === evidenceKey);
  if (!paper) return [];
  const parts = new Set<DocumentHalf>(["original", ...paper.halves]);
  if (chineseRuleFor(paper) !== "never") parts.add("translation");
  return documentHalves.filter((half) => parts.has(half));
}
