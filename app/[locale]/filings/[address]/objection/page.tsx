import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DecisionReasons } from "@/components/filing/decision-reasons";
import { QuotedWords } from "@/components/filing/quoted-words";
import { WordsForm } from "@/components/filing/words-form";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { keepObjectionAction, objectAction } from "@/app/[locale]/filings/actions";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewUnsent } from "@/lib/services/unsent-words";
import { viewObjection } from "@/lib/services/view-objection";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.objection");
  return { title: t("title") };
}

/** The professional's objection to a refusal: the reasons decided, what follows, and room to say what is wrong; afterwards what was said. */
export default async function ObjectionPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewObjection(actor, address, now);
  if (!view.ok && view.refusal.code === "not_found") notFound();
  if (!view.ok) redirect(pathIn(locale, `/filings/${encodeURIComponent(address)}/decision`));

  const objection = view.value;
  const { filing, reasons, refusedOn } = objection;
  const [t, status] = await Promise.all([getTranslations("filing.objection"), getTranslations("filing.status")]);
  const why = (
    <Section title={t("reasons")}>
      <DecisionReasons reasons={reasons.reasonCodes} note={reasons.note} />
    </Section>
  );
  const back = { href: pathIn(locale, `/filings/${filing.address}/status`), label: status("title") };
  if (objection.is === "made") {
    return (
      <Page width="form" back={back}>
        <div className="grid gap-3">
          <Heading caption={filing.reference}>{t("made_title")}</Heading>
          <Lead>{t("made_lead", { date: dateWords(locale, refusedOn) })}</Lead>
        </div>
        <Section title={t("words")}>
          <QuotedWords>{objection.grounds}</QuotedWords>
        </Section>
        {why}
      </Page>
    );
  }

  const [unsent, form] = await Promise.all([viewUnsent(actor, filing.id, "objection"), getTranslations("filing.form")]);
  return (
    <Page width="form" back={back}>
      <div className="grid gap-3">
        <Heading caption={filing.reference}>{t("title")}</Heading>
        <Lead>{t("lead", { authority: filing.authority[locale], days: filing.limits.decisionDays })}</Lead>
        <div className="max-w-measure rounded border-s-4 border-gold bg-gold-tint px-4 py-3">
          <p className="font-semibold">{t("until", { date: dateWords(locale, objection.until) })}</p>
          <p className="mt-1">{t("once")}</p>
        </div>
      </div>
      {why}
      <ClientWords>
        <WordsForm
          action={objectAction}
          defaults={{ grounds: unsent.words?.["grounds"] ?? "" }}
          hidden={{ filingId: filing.id, version: String(filing.version), form: randomUUID(), typed: unsent.typed }}
          autosave={{ save: keepObjectionAction, key: `objection:${filing.id}` }}
          errorWords={{ "unmet.written_elsewhere": form("stale") }}
          submit={t("send")}
        >
          <TextArea name="grounds" label={t("grounds")} hint={t("grounds_hint")} rows={10} maxLength={8000} />
          <p className="max-w-measure text-ink-soft">{t("papers")}</p>
        </WordsForm>
      </ClientWords>
    </Page>
  );
}
