import { transaction } from "@/lib/data/client";
import type { InThree } from "@/lib/data/decisions";
import type { Staff } from "@/lib/domain/actor";
import type { approvalReasons } from "@/lib/domain/filing/checks";
import type { ProposeApprovalInput, ProposeRefusalInput } from "@/lib/domain/filing/review-schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { movedBy, type Moved } from "@/lib/services/accept-filing";
import { takeStep } from "@/lib/services/take-step";
import { writeDecision, type Decided } from "@/lib/services/write-decision";

/** Proposes approval with a scope; it awaits the second check by somebody else. */
export function proposeApproval(actor: Staff, input: ProposeApprovalInput, now: Date): Promise<Result<Moved>> {
  const { filingId, version, note } = input;
  const scope: InThree = { en: input.scope_en, "zh-Hant": input.scope_zh_hant, "zh-Hans": input.scope_zh_hans };
  return transaction(async (db) => {
    // The step needs a reason; which one it is depends on the scope and is written below.
    const step = { filingId, version, action: "propose_approval" } as const;
    const stepped = await takeStep(db, actor, { ...step, reasons: ["meets_every_condition"] }, now, async ({ row }) => {
      const changed = changedScope(row.entry.scope, scope);
      // Three languages say one thing: none keeps the old scope while another has a new one.
      const kept =
        changed.length > 0 ? (["en", "zh-Hant", "zh-Hans"] as const).filter((it) => !changed.includes(it)) : [];
      if (kept.length > 0) {
        const fields = Object.fromEntries(kept.map((locale) => [scopeField[locale], "validation.scope_in_three"]));
        return refuse({ code: "invalid_input", fields });
      }
      const reason = changed.length > 0 ? "meets_with_limited_scope" : "meets_every_condition";
      if (reason === "meets_with_limited_scope" && note === "") {
        return refuse({ code: "invalid_input", fields: { note: "validation.reasons" } });
      }
      const decided: Decided = {
        stage: "proposal",
        outcome: "approve",
        reasonCodes: [reason satisfies (typeof approvalReasons)[number]],
        note,
        scope,
      };
      await writeDecision(db, row, actor, decided, now);
      return ok({ payload: { reasons: [reason] } });
    });
    return movedBy(stepped);
  });
}

/** Proposes refusal with its reasons; the professional is heard before somebody else confirms it. */
export function proposeRefusal(actor: Staff, input: ProposeRefusalInput, now: Date): Promise<Result<Moved>> {
  const { filingId, version, reasons, note } = input;
  return transaction(async (db) => {
    const step = { filingId, version, action: "propose_refusal", reasons } as const;
    const stepped = await takeStep(db, actor, step, now, async ({ row }) => {
      const decided: Decided = { stage: "proposal", outcome: "refuse", reasonCodes: reasons, note };
      await writeDecision(db, row, actor, decided, now);
      return ok({});
    });
    return movedBy(stepped);
  });
}

const scopeField = { en: "scope_en", "zh-Hant": "scope_zh_hant", "zh-Hans": "scope_zh_hans" } as const;

/** The languages in which a scope differs from another. */
function changedScope(from: InThree, to: InThree): (keyof InThree)[] {
  return (["en", "zh-Hant", "zh-Hans"] as const).filter((locale) => from[locale].trim() !== to[locale].trim());
}
