import type * as z from "zod";
import { setLocale } from "@/lib/data/accounts";
import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import type { languageSchema } from "@/lib/domain/account/schema";
import type { Person } from "@/lib/domain/actor";
import { ok, type Result } from "@/lib/domain/result";

/** Keeps the language in which whoever acts reads pages and mail. */
export function changeLanguage(actor: Person, { locale }: z.output<typeof languageSchema>): Promise<Result<null>> {
  return transaction(async (db) => {
    await setLocale(db, actor.accountId, locale);
    await appendAudit(db, {
      actor,
      action: "change_language",
      object: `account:${actor.accountId}`,
      fields: ["locale"],
    });
    return ok(null);
  });
}
