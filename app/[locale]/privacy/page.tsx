import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { Page, Section } from "@/components/shell/page";
import { Heading } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { providerName } from "@/lib/auth/identity-steps";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: PageProps<"/[locale]/privacy">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("public.privacy");
  return { title: t("title"), description: t("description") };
}

const kept = ["draft", "images", "evidence", "ended", "registration", "audit"] as const;

/** What is done with people's data; what is not collected comes first. */
export default async function PrivacyPage({ params }: PageProps<"/[locale]/privacy">) {
  const locale = await localeOf(params);
  const [t, provider] = await Promise.all([getTranslations("public.privacy"), providerName(locale)]);
  return (
    <Page>
      <Alternates path="/privacy" />
      <Heading>{t("title")}</Heading>
      <Points title={t("not.title")} points={[t("not.browse"), t("not.personal"), t("not.face")]} />
      <Points
        title={t("collect.title")}
        points={[
          t("collect.account"),
          ...(provider ? [t("collect.digital_identity")] : []),
          t("collect.identity"),
          t("collect.profession"),
          t("collect.trail"),
        ]}
      />
      <Points title={t("who.title")} points={[t("who.officers"), t("who.public"), t("who.boards")]} />
      <Section title={t("keep.title")}>
        <p className="max-w-measure">{t("keep.honest")}</p>
        <Table
          caption={t("keep.caption")}
          captionHidden
          columns={[
            { key: "what", head: t("keep.what"), rowHeader: true, cell: (key) => t(`keep.${key}`) },
            { key: "how_long", head: t("keep.how_long"), cell: (key) => t(`keep.${key}_long`) },
          ]}
          rows={kept}
          rowKey={(key) => key}
        />
      </Section>
      <Section title={t("rights.title")}>
        <div className="grid max-w-measure gap-3">
          <p>{t("rights.text")}</p>
          <p>{t("rights.withdraw")}</p>
          <p>{t("rights.how")}</p>
        </div>
      </Section>
      <Section title={t("law.title")}>
        <p className="max-w-measure">{t("law.text")}</p>
      </Section>
    </Page>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <Section title={title}>
      <ul className="grid max-w-measure list-disc gap-2 ps-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Section>
  );
}
