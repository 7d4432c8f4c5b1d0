import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import type { FormAction } from "@/lib/domain/form";
import { InvitationForm } from "./invitation-form";

type InvitationProps = { action: FormAction; token: string; email: string; name: string };

/** Somebody is invited to be staff: the password first, the app on the next page. */
export async function Invitation({ action, token, email, name }: InvitationProps) {
  const [t, link] = await Promise.all([
    getTranslations("second_factor.invitation"),
    getTranslations("confirmation.link"),
  ]);
  return (
    <Page width="form">
      <ClientWords>
        <InvitationForm
          action={action}
          hidden={{ token }}
          labels={{ password: t("password"), hint: t("password_hint") }}
          submit={t("submit")}
          errorWords={{ not_found: link("dead_title") }}
        >
          <Heading>{t("title")}</Heading>
          <Lead>{t("lead", { name, email })}</Lead>
          <p className="max-w-measure">{t("next")}</p>
        </InvitationForm>
      </ClientWords>
    </Page>
  );
}
