import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { Page, Section } from "@/components/shell/page";
import { Details } from "@/components/ui/details";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { listAuthorities } from "@/lib/services/list-authorities";

export async function generateMetadata({ params }: PageProps<"/[locale]/help">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("public.help");
  return { title: t("title"), description: t("description") };
}

const questions = {
  before: ["who", "exam", "cost", "not_listed"],
  during: ["leave", "papers", "time", "missing"],
  after: ["refused", "check"],
} as const;

/** What people ask most, and who answers for which field. */
export default async function HelpPage({ params }: PageProps<"/[locale]/help">) {
  const locale = await localeOf(params);
  const [t, words, authorities] = await Promise.all([
    getTranslations("public.help"),
    getTranslations("fields.field"),
    listAuthorities(),
  ]);
  const answers = {
    before: questions.before.map((key) => ({ key, question: t(`before.${key}`), answer: t(`before.${key}_text`) })),
    during: questions.during.map((key) => ({ key, question: t(`during.${key}`), answer: t(`during.${key}_text`) })),
    after: questions.after.map((key) => ({ key, question: t(`after.${key}`), answer: t(`after.${key}_text`) })),
  };

  return (
    <Page>
      <Alternates path="/help" />
      <Heading>{t("title")}</Heading>
      <Lead>{t("lead")}</Lead>
      {(["before", "during", "after"] as const).map((part) => (
        <Section key={part} title={t(`${part}.title`)}>
          <div className="grid gap-3">
            {answers[part].map(({ key, question, answer }) => (
              <Details key={key} summary={question} openOnPaper>
                {answer}
              </Details>
            ))}
          </div>
        </Section>
      ))}
      <Section title={t("authorities.title")} id="contact">
        <p className="max-w-measure">{t("authorities.lead")}</p>
        <Table
          caption={t("authorities.title")}
          captionHidden
          columns={[
            {
              key: "field",
              head: t("authorities.field"),
              rowHeader: true,
              cell: ({ field }) => <TextLink href={pathIn(locale, `/list?field=${field}`)}>{words(field)}</TextLink>,
            },
            { key: "authority", head: t("authorities.authority"), cell: ({ authority }) => authority[locale] },
          ]}
          rows={authorities}
          rowKey={({ field }) => field}
        />
      </Section>
      <Section title={t("real.title")} id="real">
        <p className="max-w-measure">{t("real.text")}</p>
      </Section>
    </Page>
  );
}
