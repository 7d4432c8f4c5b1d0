import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { TextArea } from "@/components/form/text-fields";
import { AnswerProceedingForm } from "@/components/proceeding/answer-form";
import { ProceedingFacts, ProceedingTag } from "@/components/proceeding/proceeding-facts";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import type { ProceedingView } from "@/lib/domain/registration/proceeding-views";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewProceeding, type ProceedingPage } from "@/lib/services/view-proceeding";
import { answerProceedingAction } from "@/app/[locale]/registrations/actions";

type Props = PageProps<"/[locale]/registrations/[number]/proceedings/[proceedingId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("proceeding.search");
  return { title: t("title") };
}

/** What is proposed about one's own registration, with room for one's side; afterwards, what came of it. */
export default async function MyProceeding({ params }: Props) {
  const [locale, actor, asked, now] = await Promise.all([localeOf(params), requireProfessional(), params, officeNow()]);
  const view = await viewProceeding(actor, asked, now);
  if (!view.ok) notFound();
  const page = view.value;
  const { proceeding, registration } = page;
  const t = await getTranslations("proceeding.mine");
  const isOver = proceeding.state === "decided" || proceeding.state === "dropped";
  return (
    <Page width="form" back={{ href: pathIn(locale, `/registrations/${registration.number}`), label: t("back") }}>
      <div className="grid gap-3">
        <Heading caption={registration.number}>{t(`${isOver ? "title_over" : "title"}.${proceeding.kind}`)}</Heading>
        <div>
          <ProceedingTag state={proceeding.state} />
        </div>
        {isOver ? (
          <Outcome locale={locale} page={page} />
        ) : (
          <>
            <Lead>{t("lead", { authority: registration.authority[locale] })}</Lead>
            <Due locale={locale} proceeding={proceeding} />
          </>
        )}
      </div>
      <Section title={t("proposal")}>
        <ProceedingFacts proceeding={proceeding} />
      </Section>
      {proceeding.steps.includes("answer") && (
        <ClientWords>
          <AnswerProceedingForm
            action={answerProceedingAction}
            hidden={{ proceedingId: proceeding.id, version: String(proceeding.version) }}
            submit={t("send")}
            errorWords={{ wrong_status: t("gone"), "unmet.in_time": t("gone") }}
          >
            <TextArea name="statement" label={t("statement")} hint={t("statement_hint")} rows={8} maxLength={4000} />
          </AnswerProceedingForm>
        </ClientWords>
      )}
    </Page>
  );
}

async function Outcome({ locale, page }: { locale: Locale; page: ProceedingPage }) {
  const t = await getTranslations("proceeding.mine");
  const { kind, state, holdsFrom, decidedAt } = page.proceeding;
  if (state === "dropped" || holdsFrom === null) return <Lead>{t(decidedAt === null ? "fell_away" : "dropped")}</Lead>;
  return (
    <>
      <Lead>{t(`decided.${kind}`, { from: dateWords(locale, holdsFrom) })}</Lead>
      {page.barredUntil && (
        <p className="max-w-measure font-semibold">{t("barred", { date: dateWords(locale, page.barredUntil) })}</p>
      )}
      {kind !== "lifting" && (
        <p className="max-w-measure">{t("object", { authority: page.registration.authority[locale] })}</p>
      )}
    </>
  );
}

async function Due({ locale, proceeding }: { locale: Locale; proceeding: ProceedingView }) {
  const t = await getTranslations("proceeding.mine");
  const { state, hearingUntil, answeredAt } = proceeding;
  if (state !== "hearing" || hearingUntil === null) {
    return <InsetText>{t(answeredAt ? "sent" : "waits")}</InsetText>;
  }
  const date = dateWords(locale, hearingUntil);
  return (
    <div className="max-w-measure rounded border-s-4 border-gold bg-gold-tint px-4 py-3">
      <p className="font-semibold">{t("due", { date })}</p>
      <p className="mt-1">{t("nothing", { date })}</p>
    </div>
  );
}
