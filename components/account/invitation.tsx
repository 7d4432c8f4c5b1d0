import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import type { InvitationView } from "@/lib/domain/account/invitation";
import type { FormAction } from "@/lib/domain/form";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { InvitationForm } from "./invitation-form";

type InvitationProps = { locale: Locale; action: FormAction; token: string; invitation: InvitationView };

/** Somebody is invited to be staff: the password first, the app on the next page. */
export async function Invitation({ locale, action, token, invitation }: InvitationProps) {
  const t = await getTranslations("second_factor.invitation");
  if (invitation.is === "dead") {
    return (
      <Page width="form">
        <Heading>{t("dead_title")}</Heading>
        <Lead>{t("dead_text")}</Lead>
        <ButtonRow>
          <ButtonLink href={pathIn(locale, "/sign-in")}>{t("sign_in")}</ButtonLink>
        </ButtonRow>
      </Page>
    );
  }
  const { name, email } = invitation;
  return (
    <Page width="form">
      <ClientWords>
        <InvitationForm
          action={action}
          hidden={{ token }}
          labels={{ password: t("password"), hint: t("password_hint") }}
          submit={t("submit")}
          errorWords={{ not_found: t("dead_text") }}
        >
          <Heading>{t("title")}</Heading>
          <Lead>{t("lead", { name, email })}</Lead>
          <p className="max-w-measure">{t("next")}</p>
        </InvitationForm>
      </ClientWords>
    </Page>
  );
}
