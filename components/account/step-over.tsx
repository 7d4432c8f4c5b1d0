import { getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { stepMinutes } from "@/lib/domain/account/second-factor";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";

/** A step of signing in to which nobody came, or came too late. */
export async function StepOver({ locale }: { locale: Locale }) {
  const t = await getTranslations("second_factor.code");
  return (
    <Page width="form">
      <Heading>{t("over")}</Heading>
      <Lead>{t("over_text", { minutes: stepMinutes })}</Lead>
      <ButtonRow>
        <ButtonLink href={pathIn(locale, "/sign-in")}>{t("over_link")}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}
