import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { CodeForm } from "@/components/public/code-form";
import { wordsIn } from "@/components/public/query";
import { Page, Section } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { parseVerificationCode } from "@/lib/domain/codes/verification-code";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: PageProps<"/[locale]/verify">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("register.check");
  return { title: t("title"), description: t("description") };
}

const verdicts = ["valid", "suspended", "ended", "replaced", "unknown"] as const;

/** Where a code is typed. It then stands in the address, as if the paper had been scanned. */
export default async function CheckPage({ params, searchParams }: PageProps<"/[locale]/verify">) {
  const locale = await localeOf(params);
  const typed = wordsIn(await searchParams, "code");
  if (typed) redirect(pathIn(locale, `/verify/${encodeURIComponent(parseVerificationCode(typed) ?? typed)}`));
  const t = await getTranslations("register.check");

  return (
    <Page>
      <Alternates path="/verify" />
      <Heading>{t("title")}</Heading>
      <Lead>{t("lead")}</Lead>
      <CodeForm locale={locale} />
      <p className="text-ink-soft print:hidden">{t("scan")}</p>
      <Section title={t("words")}>
        <dl className="grid gap-3">
          {verdicts.map((verdict) => (
            <div key={verdict} className="gap-x-6 border-b border-line pb-3 sm:grid sm:grid-cols-[9rem_1fr]">
              <dt className="font-semibold">{t(`word.${verdict}`)}</dt>
              <dd>{t(`meaning.${verdict}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </Page>
  );
}
