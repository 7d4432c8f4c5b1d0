import { notFound } from "next/navigation";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewExamination } from "@/lib/services/view-examination";

export type FilingParams = Promise<{ locale: string; reference: string }>;

/** The filing that a page of the review is about, for a staff member who may see it; for everybody else it does not exist. */
export async function examinationAt(params: FilingParams) {
  const [{ reference }, locale, actor, now] = await Promise.all([
    params,
    localeOf(params),
    requireStaff(),
    officeNow(),
  ]);
  const view = await viewExamination(actor, reference, now);
  if (!view.ok) notFound();

  const examination = view.value;
  return {
    locale,
    examination,
    /** What every form about it carries: the filing, as it was on this page. */
    hidden: { filingId: examination.id, version: String(examination.version) },
    /** The address of this filing's examination, or of a page under it. */
    to: (under = "") => pathIn(locale, `/review/${examination.reference}${under}`),
    /** Whether a step is offered, and if not, the offer that says why. */
    offer: (action: (typeof examination.offers)[number]["action"]) =>
      examination.offers.find((it) => it.action === action),
  };
}
