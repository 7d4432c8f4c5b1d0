import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: PageProps<"/[locale]/accessibility">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("public.accessibility");
  return { title: t("title"), description: t("description") };
}

const works = ["keyboard", "script", "zoom", "charts", "colour", "paper"] as const;
const notYet = ["papers", "notes"] as const;

/** How everybody can use the service, and where it still falls short. */
export default async function AccessibilityPage({ params }: PageProps<"/[locale]/accessibility">) {
  const locale = await localeOf(params);
  const [t, help] = await Promise.all([
    getTranslations("public.accessibility"),
    getTranslations("public.help.authorities"),
  ]);
  return (
    <Page>
      <Alternates path="/accessibility" />
      <Heading>{t("title")}</Heading>
      <Lead>{t("lead")}</Lead>
      <Section title={t("works.title")}>
        <ul className="grid max-w-measure list-disc gap-2 ps-5">
          {works.map((key) => (
            <li key={key}>{t(`works.${key}`)}</li>
          ))}
        </ul>
        <p className="max-w-measure text-ink-soft">{t("tested")}</p>
      </Section>
      <Section title={t("not_yet.title")}>
        <ul className="grid max-w-measure list-disc gap-2 ps-5">
          {notYet.map((key) => (
            <li key={key}>{t(`not_yet.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("tell.title")}>
        <p className="max-w-measure">
          {t("tell.text")} <TextLink href={pathIn(locale, "/help#contact")}>{help("title")}</TextLink>
        </p>
      </Section>
    </Page>
  );
}
