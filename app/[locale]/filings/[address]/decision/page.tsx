import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DecisionReasons } from "@/components/filing/decision-reasons";
import { PrintedHead } from "@/components/public/printed-head";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Heading, Lead } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { ConfirmationPanel } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewDecision, type MyDecision } from "@/lib/services/view-decision";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewDecision(actor, address, now);
  const t = await getTranslations({ locale, namespace: "filing.decision" });
  return { title: view.ok ? t(view.value.outcome) : null };
}

/** The decision with its reasons, and the way on from it. */
export default async function DecisionPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewDecision(actor, address, now);
  if (!view.ok && view.refusal.code === "not_found") notFound();
  if (!view.ok) redirect(pathIn(locale, `/filings/${encodeURIComponent(address)}/status`));

  const { filing, outcome, decidedOn, reasons, barredUntil } = view.value;
  const [t, status] = await Promise.all([getTranslations("filing.decision"), getTranslations("filing.status")]);
  const caption = t("caption", { reference: filing.reference ?? "" });
  const lead = t(`lead_${outcome}`, {
    authority: filing.authority[locale],
    date: dateWords(locale, decidedOn),
  });
  return (
    <Page back={{ href: pathIn(locale, `/filings/${filing.address}/status`), label: status("title") }}>
      <PrintedHead locale={locale} at={now} {...(filing.reference && { number: filing.reference })} />
      {outcome === "approved" ? (
        <Approved locale={locale} view={view.value} caption={caption} lead={lead} />
      ) : (
        <div className="grid gap-3">
          <Heading caption={caption}>{t(outcome)}</Heading>
          <p className="font-semibold">{filing.qualification[locale]}</p>
          <Lead>{lead}</Lead>
        </div>
      )}
      {reasons.reasonCodes.length > 0 && (
        <Section title={t("reasons")}>
          <DecisionReasons reasons={reasons.reasonCodes} note={reasons.note} />
        </Section>
      )}
      {barredUntil && (
        <Section title={t("barred_title")}>
          <p className="max-w-measure">{t("barred", { date: dateWords(locale, barredUntil) })}</p>
        </Section>
      )}
      {outcome !== "approved" && <HowToObject locale={locale} view={view.value} />}
      <ButtonRow>
        {outcome !== "approved" && !barredUntil && (
          <ButtonLink href={pathIn(locale, `/filings/new?entry=${filing.entryCode}`)} kind="secondary">
            {t("again")}
          </ButtonLink>
        )}
        <PrintButton label={status("print")} />
      </ButtonRow>
    </Page>
  );
}

type ApprovedProps = { locale: Locale; view: MyDecision; caption: string; lead: string };

async function Approved({ locale, view, caption, lead }: ApprovedProps) {
  const t = await getTranslations("filing.decision");
  const { filing, registration, scope } = view;
  return (
    <>
      <ConfirmationPanel title={t("approved")}>
        <p>{lead}</p>
        {registration && (
          <p>
            {t("number")}: <Code value={registration} large />
          </p>
        )}
      </ConfirmationPanel>
      <div className="grid gap-1">
        <p className="text-note text-ink-soft">{caption}</p>
        <p className="font-semibold">{filing.qualification[locale]}</p>
      </div>
      {registration && (
        <ButtonRow>
          <ButtonLink href={pathIn(locale, `/registrations/${registration}`)}>{t("open")}</ButtonLink>
        </ButtonRow>
      )}
      {scope && (
        <Section title={t("scope")}>
          <InsetText>{scope[locale]}</InsetText>
        </Section>
      )}
      <Section title={t("next_title")}>
        <ul className="grid max-w-measure list-disc gap-2 ps-6">
          <li>{t("next_institution")}</li>
          <li>{t("next_show")}</li>
          <li>{t("next_home")}</li>
          <li>{t("next_change")}</li>
        </ul>
      </Section>
    </>
  );
}

async function HowToObject({ locale, view: { filing, objection } }: { locale: Locale; view: MyDecision }) {
  const t = await getTranslations("filing.decision");
  return (
    <Section title={t("object_title")}>
      <div className="grid max-w-measure gap-3">
        {objection && (
          <p>{t(`object_${objection.is}`, { date: objection.until ? dateWords(locale, objection.until) : "" })}</p>
        )}
        {objection?.is === "open" && (
          <ButtonRow>
            <ButtonLink href={pathIn(locale, `/filings/${filing.address}/objection`)}>{t("object_now")}</ButtonLink>
          </ButtonRow>
        )}
        <p>{t("reconsider")}</p>
        <p>
          <TextLink href={pathIn(locale, "/help")}>{t("object_contact")}</TextLink>
        </p>
      </div>
    </Section>
  );
}
