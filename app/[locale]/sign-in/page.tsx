import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemonstrationPeople } from "@/components/account/demonstration-people";
import { ByIdentity, IdentityNotice } from "@/components/account/digital-identity";
import { SignInForm } from "@/components/account/sign-in-form";
import { ClientWords } from "@/components/form/client-words";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { currentActor } from "@/lib/auth/current-actor";
import { isDemonstration } from "@/lib/auth/demonstration";
import { providerName } from "@/lib/auth/identity-steps";
import { identityProblems } from "@/lib/domain/account/digital-identity";
import { returnPath } from "@/lib/domain/account/return-path";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { signInAction, signInToDemonstrationAction } from "./actions";

type SignInPageProps = PageProps<"/[locale]/sign-in">;

export async function generateMetadata({ params }: SignInPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("account.sign_in");
  return { title: t("title") };
}

export default async function SignInPage({ params, searchParams }: SignInPageProps) {
  const locale = await localeOf(params);
  const [t, asked, provider] = await Promise.all([getTranslations("account"), searchParams, providerName(locale)]);
  const next = returnPath(String(asked["next"] ?? "")) ?? "";
  const onward = next && `?${new URLSearchParams({ next })}`;
  const errorWords = {
    "unmet.account_disabled": t("sign_in.account_disabled"),
    "unmet.demonstration_not_loaded": t("sign_in.demonstration_not_loaded"),
  };

  const form = (
    <SignInForm
      action={signInAction}
      hidden={{ next }}
      labels={{ email: t("sign_in.email"), password: t("sign_in.password") }}
      submit={t("sign_in.submit")}
      errorWords={errorWords}
      idPrefix="own-"
    />
  );
  const help = (
    <ul className="grid gap-2">
      <li>
        <TextLink href={pathIn(locale, `/sign-up${onward}`)}>{t("sign_in.forgotten")}</TextLink>
      </li>
      <li>
        <TextLink href={pathIn(locale, `/sign-up${onward}`)}>{t("sign_in.create")}</TextLink>
      </li>
    </ul>
  );

  const identity = provider && <ByIdentity locale={locale} provider={provider} next={next} />;

  return (
    <Page width="form" notice={await notice(asked, next, provider)}>
      {isDemonstration() ? (
        <ClientWords>
          <div className="grid gap-3">
            <Heading>{t("demonstration.title")}</Heading>
            <Lead>{t("demonstration.text")}</Lead>
          </div>
          <DemonstrationPeople action={signInToDemonstrationAction} next={next} errorWords={errorWords} />
          <Section title={t("demonstration.by_password")}>
            {form}
            {help}
          </Section>
          {identity}
        </ClientWords>
      ) : (
        <ClientWords>
          <Heading>{t("sign_in.title")}</Heading>
          {form}
          {help}
          {identity}
          <Section title={t("sign_in.new_here")}>
            <p className="max-w-measure">{t("sign_in.new_here_text")}</p>
          </Section>
        </ClientWords>
      )}
    </Page>
  );
}

/** Why somebody is here, if they did not come by themselves. */
async function notice(asked: Record<string, string | string[] | undefined>, next: string, provider: string | null) {
  const [t, actor] = await Promise.all([getTranslations("account.sign_in"), currentActor()]);
  const problem = identityProblems.find((it) => it === asked["identity"]);
  // Whoever is in does not mind that one of two ways in came to nothing.
  if (provider && problem && !(actor && problem === "over")) {
    return <IdentityNotice problem={problem} provider={provider} />;
  }
  if (actor) return <Notice title={t("signed_in", { email: actor.email })}>{t("signed_in_text")}</Notice>;
  if (asked["left"]) return <Notice title={t("left")}>{t("left_text")}</Notice>;
  if (asked["ended"]) return <Notice title={t("ended")}>{t("ended_text")}</Notice>;
  return next ? <Notice title={t("needed")}>{t("needed_text")}</Notice> : null;
}
