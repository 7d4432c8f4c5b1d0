import { appendAudit } from "@/lib/data/audit";
import { transaction } from "@/lib/data/client";
import type { Person } from "@/lib/domain/actor";
import { ok, refuse, type Result } from "@/lib/domain/result";
import type { CertificateSheet } from "@/lib/domain/verification/certificate-sheet";
import { certificatePdf } from "@/lib/ports/certificate-pdf";
import { findVisibleRegistration, registrationView, type RegistrationView } from "@/lib/services/view-registration";

export type CertificateFile = { name: string; bytes: Buffer };

/**
 * The certificate of a registration as a file, for its holder and for staff of its field. A name with a character that
 * cannot be printed stops the issue and is left in the audit trail for administrators.
 */
export async function renderCertificate(
  actor: Person,
  typed: string,
  compose: (view: RegistrationView) => CertificateSheet,
  now: Date,
): Promise<Result<CertificateFile>> {
  const row = await findVisibleRegistration(actor, typed);
  if (!row?.certificate) return refuse({ code: "not_found" });

  const view = registrationView(row, now);
  const isPrintable = view.unprintable.length === 0;
  await transaction((db) =>
    appendAudit(db, {
      actor,
      action: "download_certificate",
      object: `registration:${row.id}`,
      fields: ["certificate"],
      result: isPrintable ? (view.canPrint ? "ok" : "wrong_status") : "unprintable",
    }),
  );
  if (!isPrintable) return refuse({ code: "unmet", condition: "printable" });
  if (!view.canPrint) return refuse({ code: "wrong_status" });

  return ok({ name: `${view.number}.pdf`, bytes: await certificatePdf(compose(view), row.certificate.issuedAt) });
}
