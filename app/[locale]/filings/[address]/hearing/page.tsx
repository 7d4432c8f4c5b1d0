import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { DecisionReasons } from "@/components/filing/decision-reasons";
import { WordsForm } from "@/components/filing/words-form";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { answerHearingAction, keepHearingAction } from "@/app/[locale]/filings/actions";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewUnsent } from "@/lib/services/unsent-words";
import { viewHearing } from "@/lib/services/view-decision";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.hearing");
  return { title: t("title") };
}

/** The professional's side before a refusal: the reasons proposed, and room to answer them. */
export default async function HearingPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewHearing(actor, address, now);
  if (!view.ok && view.refusal.code === "not_found") notFound();
  if (!view.ok) redirect(pathIn(locale, `/filings/${encodeURIComponent(address)}/status`));

  const { filing, reasons } = view.value;
  const [unsent, form, t, request, status] = await Promise.all([
    viewUnsent(actor, filing.id, "hearing"),
    getTranslations("filing.form"),
    getTranslations("filing.hearing"),
    getTranslations("filing.request"),
    getTranslations("filing.status"),
  ]);
  const date = filing.turn.dueOn === null ? "" : dateWords(locale, filing.turn.dueOn);
  return (
    <Page width="form" back={{ href: pathIn(locale, `/filings/${filing.address}/status`), label: status("title") }}>
      <div className="grid gap-3">
        <Heading caption={filing.reference}>{t("title")}</Heading>
        <Lead>{t("lead", { authority: filing.authority[locale] })}</Lead>
        <div className="max-w-measure rounded border-s-4 border-gold bg-gold-tint px-4 py-3">
          <p className="font-semibold">{request("due", { date })}</p>
          <p className="mt-1">{t("nothing", { date })}</p>
        </div>
      </div>
      <Section title={t("reasons")}>
        <DecisionReasons reasons={reasons.reasonCodes} note={reasons.note} />
      </Section>
      {filing.actions.includes("answer_hearing") && (
        <ClientWords>
          <WordsForm
            action={answerHearingAction}
            defaults={{ statement: unsent.words?.["statement"] ?? "" }}
            hidden={{
              filingId: filing.id,
              version: String(filing.version),
              form: randomUUID(),
              typed: unsent.typed,
            }}
            autosave={{ save: keepHearingAction, key: `hearing:${filing.id}` }}
            errorWords={{ "unmet.written_elsewhere": form("stale") }}
            submit={t("send")}
          >
            <TextArea name="statement" label={t("statement")} hint={t("statement_hint")} rows={8} maxLength={4000} />
          </WordsForm>
        </ClientWords>
      )}
    </Page>
  );
}
