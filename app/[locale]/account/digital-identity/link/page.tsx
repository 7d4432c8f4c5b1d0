import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { providerPath } from "@/components/account/digital-identity";
import { Page } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { requireActor } from "@/lib/auth/current-actor";
import { providerName } from "@/lib/auth/identity-steps";
import { wantsToLink } from "@/lib/auth/link-identity";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";

type LinkPageProps = PageProps<"/[locale]/account/digital-identity/link">;

export async function generateMetadata({ params }: LinkPageProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const [t, provider] = await Promise.all([getTranslations("digital_identity"), providerName(locale)]);
  return { title: t("link.title", { name: provider ?? t("provider") }) };
}

/** The last page before the provider: a form of ours may not lead there, so a link does. */
export default async function LinkPage({ params }: LinkPageProps) {
  const locale = await localeOf(params);
  const actor = await requireActor();
  const [t, page, name, isAsked] = await Promise.all([
    getTranslations("digital_identity.link"),
    getTranslations("digital_identity.page"),
    providerName(locale),
    wantsToLink(actor),
  ]);
  if (!name) notFound();
  const own = pathIn(locale, "/account/digital-identity");
  if (!isAsked) redirect(own);
  return (
    <Page width="form" back={{ href: own, label: page("title") }}>
      <Heading>{t("title", { name })}</Heading>
      <Lead>{t("lead", { name, email: actor.email })}</Lead>
      <ButtonRow>
        <ButtonLink href={providerPath(locale, { purpose: "link" })}>{t("go", { name })}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}
