import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppSetUp } from "@/components/account/app-set-up";
import { StepOver } from "@/components/account/step-over";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { offerFor } from "@/lib/auth/app-codes";
import { currentStep } from "@/lib/auth/sign-in-steps";
import { stepMinutes } from "@/lib/domain/account/second-factor";
import { localeOf } from "@/lib/i18n/routing";
import { finishSetUpAction } from "@/app/[locale]/sign-in/actions";

type SetUpPageProps = PageProps<"/[locale]/sign-in/set-up">;

export async function generateMetadata({ params }: SetUpPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("second_factor.set_up");
  return { title: t("title") };
}

/** The app that staff set up before they come in for the first time. */
export default async function SetUpPage({ params }: SetUpPageProps) {
  const locale = await localeOf(params);
  const [t, here] = await Promise.all([getTranslations("second_factor"), currentStep()]);
  if (here?.step !== "set_up" || !here.setUp) return <StepOver locale={locale} />;

  const { email } = here.account;
  return (
    <Page width="form">
      <ClientWords>
        <AppSetUp
          action={finishSetUpAction}
          lead={t("set_up.lead_staff")}
          email={email}
          offer={offerFor(here.setUp, email)}
          errorWords={{ "unmet.sign_in_again": t("code.over_text", { minutes: stepMinutes }) }}
        />
      </ClientWords>
    </Page>
  );
}
