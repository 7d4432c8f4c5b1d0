import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { ButtonRow } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { withdrawFilingAction } from "@/app/[locale]/filings/actions";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewMyFiling } from "@/lib/services/view-my-filing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.withdraw");
  return { title: t("title") };
}

export default async function WithdrawPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewMyFiling(actor, address, now);
  if (!view.ok) notFound();
  const { id, version, state, reference, actions } = view.value;
  const status = pathIn(locale, `/filings/${view.value.address}/status`);
  if (state === "draft" || !actions.includes("withdraw")) redirect(status);
  const [t, words] = await Promise.all([getTranslations("filing.withdraw"), getTranslations("filing.status")]);
  return (
    <Page back={{ href: status, label: words("title") }}>
      <Heading caption={reference}>{t("title")}</Heading>
      <div className="grid max-w-measure gap-3">
        <p>{t("text")}</p>
        <p>{t("kept")}</p>
      </div>
      <ButtonRow>
        <ClientWords>
          <ActionButton
            action={withdrawFilingAction}
            hidden={{ filingId: id, version: String(version) }}
            kind="danger"
            label={t("do")}
          />
        </ClientWords>
        <TextLink href={status}>{t("keep")}</TextLink>
      </ButtonRow>
    </Page>
  );
}
