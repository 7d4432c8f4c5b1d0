import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IdentityNotice } from "@/components/account/digital-identity";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Page, Section } from "@/components/shell/page";
import { ShowWhoYouAre } from "@/components/shell/show-who-you-are";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { isFreshlySignedIn, requireActor } from "@/lib/auth/current-actor";
import { providerName } from "@/lib/auth/identity-steps";
import { viewIdentity } from "@/lib/auth/link-identity";
import { identityProblems } from "@/lib/domain/account/digital-identity";
import { instantDateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { beginLinkAction, unlinkAction } from "./actions";

type IdentityPageProps = PageProps<"/[locale]/account/digital-identity">;

export async function generateMetadata({ params }: IdentityPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("digital_identity.page");
  return { title: t("title") };
}

/** The digital identity that opens an account in place of its password, and what may be done about it. */
export default async function IdentityPage({ params, searchParams }: IdentityPageProps) {
  const locale = await localeOf(params);
  const actor = await requireActor();
  const [t, account, identity, name, isFresh, { done, identity: asked }] = await Promise.all([
    getTranslations("digital_identity.page"),
    getTranslations("account.page"),
    viewIdentity(actor),
    providerName(locale),
    isFreshlySignedIn(),
    searchParams,
  ]);
  if (!identity || !name) notFound();

  const { linkedSince, hasPassword } = identity;
  const was = (["linked", "unlinked"] as const).find((it) => it === done);
  const problem = identityProblems.find((it) => it === asked);
  const notice = was ? (
    <Notice tone="good" title={t(`done_${was}`)}>
      {t(`done_${was}_text`, { name })}
    </Notice>
  ) : (
    problem && <IdentityNotice problem={problem} provider={name} />
  );
  const errorWords = { "unmet.identity_last_way": t("last_way"), "unmet.identity_linked": t("linked_already") };
  return (
    <Page width="form" back={{ href: pathIn(locale, "/account"), label: account("title") }} notice={notice}>
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{linkedSince ? t("on", { name, date: instantDateWords(locale, linkedSince) }) : t("off", { name })}</Lead>
        <p className="max-w-measure">{t("on_text")}</p>
      </div>
      {!isFresh ? (
        <ShowWhoYouAre why={t("fresh")} next="/account/digital-identity" />
      ) : !linkedSince ? (
        <ClientWords>
          <ActionButton action={beginLinkAction} label={t("begin")} kind="primary" errorWords={errorWords} />
        </ClientWords>
      ) : (
        <Section title={t("unlink")}>
          {hasPassword ? (
            <ClientWords>
              <p className="max-w-measure">{t("unlink_text")}</p>
              <ActionButton action={unlinkAction} label={t("unlink")} kind="danger" errorWords={errorWords} />
            </ClientWords>
          ) : (
            <>
              <p className="max-w-measure">{t("last_way")}</p>
              <p>
                <TextLink href={pathIn(locale, "/sign-up?next=/account/digital-identity")}>
                  {t("set_password")}
                </TextLink>
              </p>
            </>
          )}
        </Section>
      )}
    </Page>
  );
}
