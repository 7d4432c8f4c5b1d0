import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { DecisionReasons } from "@/components/filing/decision-reasons";
import { WordsForm } from "@/components/filing/words-form";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { objectAction } from "@/app/[locale]/filings/actions";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewRefusal } from "@/lib/services/view-decision";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.objection");
  return { title: t("title") };
}

/** The professional's objection to a refusal: the reasons decided, what follows, and room to say what is wrong. */
export default async function ObjectionPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewRefusal(actor, address, now);
  if (!view.ok && view.refusal.code === "not_found") notFound();
  if (!view.ok) redirect(pathIn(locale, `/filings/${encodeURIComponent(address)}/decision`));

  const { filing, reasons, until } = view.value;
  const [t, decision] = await Promise.all([getTranslations("filing.objection"), getTranslations("filing.decision")]);
  const back = {
    href: pathIn(locale, `/filings/${filing.address}/decision`),
    label: decision("caption", { reference: filing.reference ?? "" }),
  };
  return (
    <Page width="form" back={back}>
      <div className="grid gap-3">
        <Heading caption={filing.reference}>{t("title")}</Heading>
        <Lead>{t("lead", { authority: filing.authority[locale], days: filing.limits.decisionDays })}</Lead>
        <div className="max-w-measure rounded border-s-4 border-gold bg-gold-tint px-4 py-3">
          <p className="font-semibold">{t("until", { date: dateWords(locale, until) })}</p>
          <p className="mt-1">{t("once")}</p>
        </div>
      </div>
      <Section title={t("reasons")}>
        <DecisionReasons reasons={reasons.reasonCodes} note={reasons.note} />
      </Section>
      <ClientWords>
        <WordsForm
          action={objectAction}
          hidden={{ filingId: filing.id, version: String(filing.version) }}
          submit={t("send")}
        >
          <TextArea name="grounds" label={t("grounds")} hint={t("grounds_hint")} rows={10} maxLength={8000} />
        </WordsForm>
      </ClientWords>
      <p className="max-w-measure text-ink-soft">{t("papers")}</p>
    </Page>
  );
}
