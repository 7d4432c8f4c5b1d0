import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddressForm } from "@/components/account/address-form";
import { ByIdentity } from "@/components/account/digital-identity";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { providerName } from "@/lib/auth/identity-steps";
import { returnPath } from "@/lib/domain/account/return-path";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { requestCodeAction } from "./actions";

type SignUpPageProps = PageProps<"/[locale]/sign-up">;

export async function generateMetadata({ params }: SignUpPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("account.sign_up");
  return { title: t("title") };
}

export default async function SignUpPage({ params, searchParams }: SignUpPageProps) {
  const locale = await localeOf(params);
  const [t, asked, provider] = await Promise.all([
    getTranslations("account.sign_up"),
    searchParams,
    providerName(locale),
  ]);
  const next = returnPath(String(asked["next"] ?? "")) ?? "";
  const signIn = pathIn(locale, next ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in");
  return (
    <Page width="form">
      <ClientWords>
        <AddressForm
          action={requestCodeAction}
          hidden={{ next }}
          labels={{ email: t("email"), hint: t("email_hint") }}
          submit={t("submit")}
          secondary={<TextLink href={signIn}>{t("have")}</TextLink>}
        >
          <Heading>{t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
        </AddressForm>
      </ClientWords>
      {provider && <ByIdentity locale={locale} provider={provider} next={next} />}
    </Page>
  );
}
