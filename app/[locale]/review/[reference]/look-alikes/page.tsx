import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RadioGroup } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { ExaminationHeader } from "@/components/review/examination-header";
import { LookAlike } from "@/components/review/look-alike";
import { LookAlikeForm } from "@/components/review/review-forms";
import { Page, Section } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { isCompared, sameOrNot } from "@/lib/domain/filing/look-alikes";
import { localeOf } from "@/lib/i18n/routing";
import { viewLookAlikes } from "@/lib/services/view-look-alikes";
import { ruleOnLookAlikeAction } from "@/app/[locale]/review/actions";
import { examinationAt, type FilingParams } from "@/app/[locale]/review/[reference]/examination";

type LookAlikesPage = { params: FilingParams };

export async function generateMetadata({ params }: LookAlikesPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.look_alikes");
  return { title: t("title") };
}

/** Everybody who may be the person of a filing, side by side with them; each is ruled on before a proposal. */
export default async function LookAlikes({ params }: LookAlikesPage) {
  const { examination, to } = await examinationAt(params);
  const [t, word, view] = await Promise.all([
    getTranslations("review.look_alikes"),
    getTranslations("workflow"),
    Promise.all([requireStaff(), officeNow()]).then(([actor, now]) =>
      viewLookAlikes(actor, examination.reference, now),
    ),
  ]);
  if (!view.ok) notFound();
  const { id, own, others, mayRule } = view.value;
  const refused = {
    forbidden: word("party.assigned_reviewer"),
    not_held: word("unmet.not_held"),
    stale: t("stale"),
  };

  return (
    <Page width="wide" back={{ href: to(), label: t("back") }}>
      <ExaminationHeader {...examination} title={t("title")} />
      <p className="max-w-measure">{t(isCompared(examination.state) ? "lead" : "lead_ruled")}</p>
      {others.length === 0 && <EmptyState title={t("none")}>{t("none_why")}</EmptyState>}
      <ClientWords>
        {others.map((other, at) => (
          <Section key={other.personId} title={t("other", { number: at + 1 })}>
            <LookAlike own={own} other={other} {...other}>
              {mayRule && other.isReader && <p className="max-w-measure">{t("is_you")}</p>}
              {mayRule && !other.isReader && (
                <LookAlikeForm
                  action={ruleOnLookAlikeAction}
                  idPrefix={`other-${at}`}
                  hidden={{
                    filingId: id,
                    personId: other.personId,
                    revision: String(other.ruling?.revision ?? 0),
                  }}
                  submit={t("submit")}
                  submitKind={other.isOpen ? "primary" : "secondary"}
                  errorWords={refused}
                >
                  <RadioGroup
                    name="ruling"
                    label={t("question")}
                    options={sameOrNot.map((value) => ({
                      value,
                      label: t(`ruling.${value}`),
                      hint: t(`ruling_means.${value}`),
                    }))}
                  />
                  <TextArea name="reason" label={t("reason")} hint={t("reason_hint")} rows={3} maxLength={2000} />
                </LookAlikeForm>
              )}
            </LookAlike>
          </Section>
        ))}
      </ClientWords>
    </Page>
  );
}
