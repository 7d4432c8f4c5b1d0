import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Checkbox } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { ConsentForm } from "@/components/filing/consent-form";
import { Page } from "@/components/shell/page";
import { Heading, Lead, Prose } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { giveConsentAction, withdrawConsentAction } from "@/app/[locale]/filings/actions";
import { originOf, type TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { consentPurposes, requiredConsents, type ConsentPurpose } from "@/lib/domain/filing/questions";
import { instantDateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewConsents, type MyConsents } from "@/lib/services/view-consents";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing");
  return { title: t("task.consent.title") };
}

export default async function ConsentPage({ params, searchParams }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, asked, actor, now] = await Promise.all([
    params,
    searchParams,
    requireProfessional(),
    officeNow(),
  ]);
  const view = await viewConsents(actor, address, now);
  if (!view.ok) notFound();
  const from = originOf(asked["from"]);
  return view.value.filing.state === "draft" ? (
    <GiveConsent locale={locale} view={view.value} from={from} />
  ) : (
    <ManageConsents locale={locale} view={view.value} />
  );
}

async function GiveConsent({ locale, view, from }: { locale: Locale; view: MyConsents; from: string | null }) {
  const [t, common] = await Promise.all([getTranslations("filing"), getTranslations("common")]);
  const { filing, given } = view;
  const box = (purpose: ConsentPurpose) => (
    <Checkbox key={purpose} name={purpose} label={t(`consent.${purpose}.label`)} hint={t(`consent.${purpose}.hint`)} />
  );
  return (
    <Page
      width="form"
      back={{
        href: pathIn(locale, `/filings/${filing.address}${from ? `/${from}` : ""}`),
        label: t(from === "check" ? "form.back_check" : "form.back_tasks"),
      }}
    >
      <ClientWords>
        <ConsentForm
          action={giveConsentAction}
          defaults={Object.fromEntries(
            given.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => [purpose, "yes"]),
          )}
          hidden={{ filingId: filing.id, locale, ...(from && { from }) }}
          submit={common("continue")}
        >
          <Heading caption={filing.qualification[locale]}>{t("task.consent.title")}</Heading>
          <Lead>{t("consent.lead")}</Lead>
          <Prose>
            <p>{t("consent.not_asked")}</p>
            <h2>{t("consent.who")}</h2>
            <p>{t("consent.who_text", { authority: filing.authority[locale] })}</p>
            <h2>{t("consent.kept")}</h2>
            <p>{t("consent.kept_text")}</p>
            <p>
              <TextLink href={pathIn(locale, "/privacy")}>{t("consent.policy")}</TextLink>
            </p>
          </Prose>
          <fieldset className="grid gap-3">
            <legend className="mb-3 text-lead font-semibold">{t("consent.needed")}</legend>
            {requiredConsents.map(box)}
          </fieldset>
          <fieldset>
            <legend className="mb-3 text-lead font-semibold">{t("consent.free")}</legend>
            {box("project_contact")}
          </fieldset>
        </ConsentForm>
      </ClientWords>
    </Page>
  );
}

async function ManageConsents({ locale, view: { filing, given } }: { locale: Locale; view: MyConsents }) {
  const t = await getTranslations("filing");
  return (
    <Page back={{ href: pathIn(locale, `/filings/${filing.address}/status`), label: t("status.title") }}>
      <div className="grid gap-3">
        <Heading caption={filing.reference}>{t("consent.manage_title")}</Heading>
        <Lead>{t("consent.manage_lead")}</Lead>
      </div>
      <ul className="border-t border-line">
        {consentPurposes.map((purpose) => {
          const last = given.findLast((it) => it.purpose === purpose);
          const isInForce = last?.withdrawnAt === null;
          return (
            <li key={purpose} className="keep-together grid gap-2 border-b border-line py-4">
              <p className="font-semibold">{t(`consent.purpose.${purpose}`)}</p>
              <p className="max-w-measure">{t(`consent.${purpose}.label`)}</p>
              <p className="max-w-measure text-note text-ink-soft">{t(`consent.${purpose}.hint`)}</p>
              <p className="text-note">{stateOf(last)}</p>
              {isInForce && (
                <div>
                  <ClientWords>
                    <ActionButton
                      action={withdrawConsentAction}
                      hidden={{ filingId: filing.id, purpose }}
                      label={t("consent.withdraw")}
                      errorWords={{ "unmet.withdraw_the_filing": t("consent.withdraw_the_filing") }}
                    />
                  </ClientWords>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Page>
  );

  function stateOf(last: MyConsents["given"][number] | undefined): string {
    if (!last) return t("consent.never");
    return last.withdrawnAt
      ? t("consent.taken_back", { date: instantDateWords(locale, last.withdrawnAt) })
      : t("consent.given", { date: instantDateWords(locale, last.givenAt) });
  }
}
