import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Certificate } from "@/components/public/certificate";
import { EarlierProceedings, ProceedingNotices } from "@/components/proceeding/my-proceedings";
import { certificateSheet } from "@/components/public/certificate-sheet";
import { certificateWords } from "@/components/public/certificate-words";
import { PrintedHead } from "@/components/public/printed-head";
import { QrPicture } from "@/components/public/qr-picture";
import { standingSentence, withReason } from "@/components/public/standing-sentence";
import { StandingTag } from "@/components/public/standing-tag";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { CopyCode } from "@/components/ui/copy-code";
import { Heading } from "@/components/ui/heading";
import { WholeReferences } from "@/components/ui/whole-references";
import { InsetText } from "@/components/ui/inset";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { officeNow, requireActor } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewRegistration, type InsuranceView, type RegistrationView } from "@/lib/services/view-registration";

type Props = PageProps<"/[locale]/registrations/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("registration");
  return { title: t("title", { number: (await params).number }), description: t("description") };
}

/** A registration for its holder: what it is worth today, the certificate, and the link anyone can open. */
export default async function RegistrationPage({ params }: Props) {
  const locale = await localeOf(params);
  const actor = await requireActor();
  const now = await officeNow();
  const view = await viewRegistration(actor, (await params).number, now);
  if (!view.ok) notFound();
  const registration = view.value;
  const isHolder = actor.kind === "professional";
  const [t, words, common] = await Promise.all([
    getTranslations("registration"),
    certificateWords(),
    getTranslations("common"),
  ]);
  const { standing, certificate } = registration;
  const back = isHolder
    ? { href: pathIn(locale, "/filings"), label: t("back") }
    : { href: pathIn(locale, "/review"), label: t("back_staff") };

  return (
    <Page
      width="wide"
      back={back}
      notice={
        <>
          {isHolder && <ProceedingNotices number={registration.number} concern={registration.concern} />}
          {registration.unprintable.length > 0 && (
            <Notice tone="turn" title={t("unprintable.title")}>
              {t("unprintable.text", { characters: registration.unprintable.join(" ") })}
            </Notice>
          )}
        </>
      }
    >
      <PrintedHead locale={locale} at={now} number={registration.number} />
      <div className="grid max-w-form gap-8 text-form">
        <div className="grid gap-3">
          <Heading caption={registration.qualification[locale]}>
            <WholeReferences text={t("title", { number: registration.number })} />
          </Heading>
          <div>
            <StandingTag standing={standing} />
          </div>
          <p className="max-w-measure">{await sentence(locale, registration)}</p>
        </div>
        {registration.insurance && (
          <InsetText>
            <p className={registration.insurance.hasEnded ? "font-semibold text-red" : undefined}>
              {t(`insurance.${insuranceWords(registration.insurance, isHolder)}`, {
                date: dateWords(locale, registration.insurance.until),
              })}
            </p>
          </InsetText>
        )}
        <Download registration={registration} />
        {isHolder && standing.is === "valid" && <Next locale={locale} registration={registration} />}
        {isHolder && <EarlierProceedings number={registration.number} rows={registration.concern.over} />}
        {certificate && (
          <Section title={t("link.title")}>
            <div className="print:hidden">
              <CopyCode value={certificate.address} label={t("link.copy")} copiedLabel={t("link.copied")} />
            </div>
            <p className="code hidden print:block">{certificate.address}</p>
            {!registration.published && <InsetText>{t("unpublished")}</InsetText>}
          </Section>
        )}
      </div>
      {certificate && standing.is !== "ended" && (
        <section aria-label={t("sheet")} className="grid max-w-form gap-4">
          <Certificate
            sheet={certificateSheet(registration, words)}
            picture={<QrPicture address={certificate.address} label={t("qr")} />}
          />
          <div className="print:hidden">
            <PrintButton label={common("print")} />
          </div>
        </section>
      )}
    </Page>
  );
}

function insuranceWords({ hasEnded, toldAt }: NonNullable<InsuranceView>, isHolder: boolean) {
  if (!hasEnded) return "runs";
  if (isHolder) return "ended";
  return toldAt ? "ended_staff_told" : "ended_staff";
}

async function sentence(locale: Locale, { standing, validUntil }: RegistrationView): Promise<string> {
  const t = await getTranslations("registration.standing");
  if (standing.is === "valid") return t("valid", { until: dateWords(locale, validUntil) });
  // Somebody whose suspension ends by itself reads its last day, as everybody does.
  if (standing.is === "suspended" && standing.until) return standingSentence(locale, standing);
  const word = standing.is === "suspended" ? "suspended" : standing.how;
  return withReason(locale, t(word, { since: dateWords(locale, standing.since) }), standing.reason);
}

async function Download({ registration }: { registration: RegistrationView }) {
  const t = await getTranslations("registration.download");
  if (registration.standing.is === "ended") return <InsetText>{t("none")}</InsetText>;
  if (!registration.canPrint) return null;
  return (
    <div className="grid gap-2 print:hidden">
      <ButtonRow>
        <ButtonLink href={`/api/registrations/${registration.number}/certificate`} icon="download" download>
          {t("button")}
        </ButtonLink>
      </ButtonRow>
      <p className="max-w-measure text-note text-ink-soft">{t("note")}</p>
    </div>
  );
}

async function Next({ locale, registration }: { locale: Locale; registration: RegistrationView }) {
  const t = await getTranslations("registration.next");
  const { homeRegistrationUntil } = registration;
  return (
    <Section title={t("title")}>
      <ul className="grid max-w-measure list-disc gap-1.5 ps-5">
        <li>{t("practise")}</li>
        <li>{t("prove")}</li>
        {homeRegistrationUntil && <li>{t("home", { until: dateWords(locale, homeRegistrationUntil) })}</li>}
      </ul>
    </Section>
  );
}
