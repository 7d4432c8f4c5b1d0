import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { IndicatorCard } from "@/components/public/indicator-card";
import { IndicatorTable } from "@/components/public/indicator-table";
import { PeopleFigure, PeopleNumbers } from "@/components/public/people-progress";
import { PrintedHead } from "@/components/public/printed-head";
import { progressSentences } from "@/components/public/progress-words";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { PrintButton } from "@/components/ui/print-button";
import { officeNow } from "@/lib/auth/current-actor";
import { numberWords } from "@/lib/i18n/dates";
import { localeOf } from "@/lib/i18n/routing";
import { viewIndicators, viewTargetProgress } from "@/lib/services/view-progress";

export async function generateMetadata({ params }: PageProps<"/[locale]/progress">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("progress");
  return { title: t("title"), description: t("description") };
}

/** The count of people toward its target, and the plan's other indicators, each as it may be read. */
export default async function ProgressPage({ params }: PageProps<"/[locale]/progress">) {
  const locale = await localeOf(params);
  const now = await officeNow();
  const [t, common, progress] = await Promise.all([
    getTranslations("progress"),
    getTranslations("common"),
    viewTargetProgress(now),
  ]);
  const indicators = await viewIndicators(progress);
  const categories = [...new Set(indicators.map(({ category }) => category))];

  return (
    <Page width="wide">
      <Alternates path="/progress" />
      <PrintedHead locale={locale} at={now} />
      <div className="grid gap-10 text-form">
        <div className="grid gap-8">
          <Heading>{t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
        </div>

        {progress && (
          <Section
            title={t("people.title", {
              baseline: numberWords(locale, progress.baseline.value),
              target: numberWords(locale, progress.target.value),
            })}
            actions={<TextLink href="/api/open/progress">{t("csv")}</TextLink>}
          >
            <p className="max-w-measure">{progressSentences(t, locale, progress).join(locale === "en" ? " " : "")}</p>
            <PeopleNumbers locale={locale} progress={progress} />
            <PeopleFigure locale={locale} progress={progress} />
          </Section>
        )}

        <Section title={t("indicators.title")}>
          <p className="max-w-measure">{t("indicators.lead")}</p>
          {categories.map((category) => (
            <section key={category} className="grid gap-4">
              <Heading level={3}>{t(`indicators.category.${categoryKey(category)}`)}</Heading>
              <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
                {indicators
                  .filter((indicator) => indicator.category === category)
                  .map((indicator) => (
                    <li key={indicator.number} className="grid">
                      <IndicatorCard locale={locale} indicator={indicator} />
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </Section>

        <IndicatorTable locale={locale} indicators={indicators} />
        <div>
          <PrintButton label={common("print")} />
        </div>
      </div>
    </Page>
  );
}

const categoryKeys: Record<string, "cooperation" | "opening" | "services"> = {
  "Shenzhen-Hong Kong Cooperation": "cooperation",
  "Reform and Open Up": "opening",
  "Development of Modern Service Industry": "services",
};
const categoryKey = (category: string) => categoryKeys[category] ?? "services";
