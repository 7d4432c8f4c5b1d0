import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewMyFiling } from "@/lib/services/view-my-filing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing.saved");
  return { title: t("title") };
}

/** How to come back to a draft that one leaves for now. */
export default async function SavedPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewMyFiling(actor, address, now);
  if (!view.ok) notFound();
  const { state, dates, qualification } = view.value;
  if (state !== "draft") redirect(pathIn(locale, `/filings/${view.value.address}/status`));
  const t = await getTranslations("filing.saved");
  return (
    <Page>
      <Heading caption={qualification[locale]}>{t("title")}</Heading>
      <div className="grid max-w-measure gap-3">
        <p>{t("how", { email: actor.email })}</p>
        <p>{t("until", { date: dateWords(locale, dates.deletedOn) })}</p>
      </div>
      <ButtonRow>
        <ButtonLink href={pathIn(locale, `/filings/${view.value.address}`)} kind="secondary">
          {t("return")}
        </ButtonLink>
        <TextLink href={pathIn(locale, "/filings")}>{t("leave")}</TextLink>
      </ButtonRow>
    </Page>
  );
}
