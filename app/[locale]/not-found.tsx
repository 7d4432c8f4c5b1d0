import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { Heading, Prose } from "@/components/ui/heading";
import { pathIn } from "@/lib/i18n/paths";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.not_found");
  return { title: t("title") };
}

export default async function NotFound() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("common.not_found")]);
  return (
    <Page>
      <Heading>{t("title")}</Heading>
      <Prose>
        <p>{t("address")}</p>
        <p>{t("kept")}</p>
      </Prose>
      <div>
        <ButtonLink href={pathIn(locale, "/")}>{t("start")}</ButtonLink>
      </div>
    </Page>
  );
}
