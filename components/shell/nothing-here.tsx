import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Heading, Prose } from "@/components/ui/heading";
import { pathIn } from "@/lib/i18n/paths";
import { Page } from "./page";

/** What stands where there is no page, or none for whoever asks: the same words for both. */
export async function NothingHere() {
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
