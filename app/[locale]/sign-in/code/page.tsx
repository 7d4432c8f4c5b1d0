import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecoveryCodeForm, SixDigitsForm } from "@/components/account/second-factor-forms";
import { StepOver } from "@/components/account/step-over";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { Details } from "@/components/ui/details";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { isDemonstration } from "@/lib/auth/demonstration";
import { currentStep } from "@/lib/auth/sign-in-steps";
import { stepMinutes } from "@/lib/domain/account/second-factor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { giveCodeAction, giveRecoveryCodeAction, sendCodeAgainAction } from "@/app/[locale]/sign-in/actions";

type CodePageProps = PageProps<"/[locale]/sign-in/code">;

export async function generateMetadata({ params }: CodePageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("second_factor.code");
  return { title: t("title") };
}

/** What is asked after the password: a code of the app, or one that was mailed. */
export default async function CodePage({ params, searchParams }: CodePageProps) {
  const locale = await localeOf(params);
  const [t, common, here, asked] = await Promise.all([
    getTranslations("second_factor.code"),
    getTranslations("common"),
    currentStep(),
    searchParams,
  ]);
  if (!here || here.step === "set_up") return <StepOver locale={locale} />;

  const { email, kind } = here.account;
  const minutes = stepMinutes;
  const errorWords = { "unmet.sign_in_again": t("over_text", { minutes }) };
  const notice = asked["again"] ? <Notice title={t("sent_again")}>{t("sent_again_text")}</Notice> : null;
  const form = {
    action: giveCodeAction,
    labels: { code: t("code"), hint: t("hint") },
    submit: t("submit"),
    errorWords,
  };
  return (
    <Page width="form" back={{ href: pathIn(locale, "/sign-in"), label: common("back") }} notice={notice}>
      <ClientWords>
        {here.step === "app" ? (
          <>
            <SixDigitsForm {...form}>
              <Heading>{t("app_title")}</Heading>
              <Lead>{t("app_lead")}</Lead>
            </SixDigitsForm>
            <Details summary={t("lost")}>
              <div className="grid gap-4">
                <p>{t("lost_text")}</p>
                <RecoveryCodeForm
                  action={giveRecoveryCodeAction}
                  labels={{ code: t("recovery"), hint: t("recovery_hint") }}
                  submit={t("recovery_submit")}
                  submitKind="secondary"
                  idPrefix="lost-"
                  errorWords={errorWords}
                />
              </div>
            </Details>
          </>
        ) : (
          <>
            <SixDigitsForm {...form}>
              <Heading>{t("title")}</Heading>
              <Lead>{t(kind === "staff" ? "mail_lead_staff" : "mail_lead", { email, minutes })}</Lead>
              <p className="max-w-measure">{t(kind === "staff" ? "mail_why_staff" : "mail_why")}</p>
              {isDemonstration() && (
                <p>
                  <TextLink href={pathIn(locale, `/demo/mailbox?${new URLSearchParams({ to: email })}`)}>
                    {t("mailbox")}
                  </TextLink>
                </p>
              )}
            </SixDigitsForm>
            <Details summary={t("not_there")}>
              <div className="grid gap-4">
                <p>{t("not_there_text")}</p>
                <ActionButton action={sendCodeAgainAction} label={t("again")} errorWords={errorWords} />
              </div>
            </Details>
          </>
        )}
      </ClientWords>
    </Page>
  );
}
