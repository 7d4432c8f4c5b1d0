import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import { providerName } from "@/lib/auth/identity-steps";
import { offeredAccount } from "@/lib/auth/sign-up-with-identity";
import { stepMinutes } from "@/lib/domain/account/second-factor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { signUpWithIdentityAction } from "@/app/[locale]/sign-up/actions";

type IdentityPageProps = PageProps<"/[locale]/sign-up/digital-identity">;

export async function generateMetadata({ params }: IdentityPageProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const [t, provider] = await Promise.all([getTranslations("digital_identity"), providerName(locale)]);
  return { title: t("sign_up.title", { name: provider ?? t("provider") }) };
}

/** What somebody sees whom the provider knows and we do not: make an account, or sign in to the one they have. */
export default async function IdentityPage({ params }: IdentityPageProps) {
  const locale = await localeOf(params);
  const [t, code, provider, offer] = await Promise.all([
    getTranslations("digital_identity.sign_up"),
    getTranslations("second_factor.code"),
    providerName(locale),
    offeredAccount(),
  ]);
  if (!provider || !offer) redirect(pathIn(locale, "/sign-up"));

  return (
    <Page width="form">
      <div className="grid gap-3">
        <Heading>{t("title", { name: provider })}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      <SummaryList items={[{ term: t("email"), detail: offer.email }]} />
      <p className="max-w-measure">{t("email_text")}</p>
      <p className="max-w-measure">{t("password_text")}</p>
      <ClientWords>
        <ActionButton
          action={signUpWithIdentityAction}
          label={t("submit")}
          kind="primary"
          errorWords={{
            "unmet.identity_not_new": t("not_new"),
            "unmet.sign_in_again": code("over_text", { minutes: stepMinutes }),
          }}
        />
      </ClientWords>
      <Section title={t("have")}>
        <p className="max-w-measure">{t("have_text")}</p>
        <p>
          <TextLink href={pathIn(locale, "/sign-in?next=/account/digital-identity")}>{t("have_link")}</TextLink>
        </p>
      </Section>
    </Page>
  );
}
