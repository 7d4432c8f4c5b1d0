import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import { endConsent, insertConsent, unpublishRegistration } from "@/lib/data/consents";
import { findFilingFacts } from "@/lib/data/filing-facts";
import { touchDraft } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { filingAddress } from "@/lib/domain/filing/address";
import { isOpen } from "@/lib/domain/filing/filing";
import { consentPurposes, consentTextVersion, requiredConsents } from "@/lib/domain/filing/questions";
import type { GiveConsentInput, WithdrawConsentInput } from "@/lib/domain/filing/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { lockMyFiling } from "@/lib/services/my-filing";
import type { SavedAnswers } from "@/lib/services/save-answers";

/** Keeps which purposes the author of a draft agrees to, each on its own; says which the filing cannot do without. */
export function giveConsent(actor: Professional, input: GiveConsentInput, now: Date): Promise<Result<SavedAnswers>> {
  return transaction(async (db) => {
    const mine = await lockMyFiling(db, actor, input.filingId, now);
    if (!mine.ok) return mine;
    const { row } = mine.value;
    if (row.state !== "draft") return refuse({ code: "wrong_status" });

    const changed = consentPurposes.filter((purpose) => (input[purpose] === "yes") !== row.consents.includes(purpose));
    for (const purpose of changed) {
      if (input[purpose] === "yes") {
        await insertConsent(db, {
          personId: row.personId,
          filingId: row.id,
          purpose,
          textVersion: consentTextVersion,
          locale: input.locale,
          givenAt: now,
        });
      } else await endConsent(db, row.id, purpose, now);
    }
    if (changed.length > 0) {
      await touchDraft(db, row.id, now);
      await appendAudit(db, { actor, action: "give_consent", object: `filing:${row.id}`, fields: changed });
    }

    const missing = requiredConsents.filter((purpose) => input[purpose] !== "yes");
    if (missing.length > 0) {
      const fields = Object.fromEntries(missing.map((purpose) => [purpose, `validation.consent_${purpose}`]));
      return refuse({ code: "invalid_input", fields });
    }
    return ok({ address: filingAddress(row), from: input.from ?? null });
  });
}

/** Purposes that a filing under examination rests on: who takes one back takes back the filing. */
const carryingExamination: ReadonlySet<string> = new Set(["identity_papers", "home_register_check"]);

/** Takes one consent back. What was done before stays done; without the consent to publication the register shows no name. */
export function withdrawConsent(
  actor: Professional,
  input: WithdrawConsentInput,
  now: Date,
): Promise<Result<SavedAnswers>> {
  return transaction(async (db) => {
    const row = await findFilingFacts(db, input.filingId);
    if (row?.personId !== actor.personId) return refuse({ code: "not_found" });
    const { purpose } = input;
    if (isOpen(row.state) && row.state !== "draft" && carryingExamination.has(purpose)) {
      return refuse({ code: "unmet", condition: "withdraw_the_filing" });
    }
    if (await endConsent(db, row.id, purpose, now)) {
      if (purpose === "publication") await unpublishRegistration(db, row.id);
      await appendAudit(db, { actor, action: "withdraw_consent", object: `filing:${row.id}`, fields: [purpose] });
    }
    return ok({ address: filingAddress(row), from: null });
  });
}
