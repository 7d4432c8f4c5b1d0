import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { listPublishedContents } from "@/lib/data/entry-versions";
import { readOffice } from "@/lib/data/list-imports";
import { listColumns, type ListColumn } from "@/lib/domain/accreditation/schema";
import type { Staff } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { csvFile } from "@/lib/ports/csv";

/** What stands on the list, as the file in which changes are taken in: the same columns, the same words. */
export async function listAsFile(actor: Staff): Promise<Result<string>> {
  if (!may(actor, "keep_list")) return refuse({ code: "not_found" });
  const [listed, { fieldOf, authorityOf }] = await Promise.all([listPublishedContents(database), readOffice(database)]);
  await transaction((db) => appendAudit(db, { actor, action: "take_list", object: "list" }));
  const rows = [...listed].map(([code, content]) => {
    const field = fieldOf.get(code);
    return {
      ...content,
      code,
      field: field ?? null,
      competent_authority: (field && authorityOf.get(field)) ?? null,
      evidence_required: content.evidence_required.join("|"),
      confirmed: content.confirmed ? "yes" : "no",
    } satisfies Record<ListColumn, string | number | null>;
  });
  return ok(csvFile(listColumns, rows));
}
