import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Page } from "@/components/shell/page";
import { ButtonRow } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { deleteDraftAction } from "@/app/[locale]/filings/actions";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewMyFiling } from "@/lib/services/view-my-filing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.delete");
  return { title: t("title") };
}

export default async function DeleteDraftPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewMyFiling(actor, address, now);
  if (!view.ok) notFound();
  const { id, state, qualification } = view.value;
  const draft = pathIn(locale, `/filings/${view.value.address}`);
  if (state !== "draft") redirect(`${draft}/status`);
  const [t, form] = await Promise.all([getTranslations("filing.delete"), getTranslations("filing.form")]);
  return (
    <Page back={{ href: draft, label: form("back_tasks") }}>
      <Heading caption={qualification[locale]}>{t("title")}</Heading>
      <p className="max-w-measure">{t("text")}</p>
      <ButtonRow>
        <ClientWords>
          <ActionButton action={deleteDraftAction} hidden={{ filingId: id }} kind="danger" label={t("do")} />
        </ClientWords>
        <TextLink href={draft}>{t("keep")}</TextLink>
      </ButtonRow>
    </Page>
  );
}
