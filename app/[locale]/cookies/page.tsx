import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { Page } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { providerName } from "@/lib/auth/identity-steps";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: PageProps<"/[locale]/cookies">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("public.cookies");
  return { title: t("title"), description: t("description") };
}

const cookies = [
  { key: "session", name: "session" },
  { key: "sign_up", name: "sign-up" },
  { key: "sign_in", name: "sign-in" },
  { key: "device", name: "device" },
  { key: "set_up", name: "set-up" },
  { key: "digital_identity", name: "digital-identity" },
  { key: "words", name: "words" },
  { key: "check", name: "check" },
  { key: "locale", name: "locale" },
  { key: "theme", name: "theme" },
] as const;

/** The cookies that the service cannot do without. */
export default async function CookiesPage({ params }: PageProps<"/[locale]/cookies">) {
  const locale = await localeOf(params);
  const [t, provider] = await Promise.all([getTranslations("public.cookies"), providerName(locale)]);
  return (
    <Page>
      <Alternates path="/cookies" />
      <Heading>{t("title")}</Heading>
      <Lead>{t("lead")}</Lead>
      <Table
        caption={t("caption")}
        columns={[
          {
            key: "name",
            head: t("name"),
            rowHeader: true,
            cell: ({ name }) => <code className="font-code whitespace-nowrap">{name}</code>,
          },
          { key: "purpose", head: t("purpose"), cell: ({ key }) => t(key) },
          { key: "lasts", head: t("lasts"), cell: ({ key }) => t(`${key}_lasts`) },
        ]}
        rows={cookies.filter(({ key }) => key !== "digital_identity" || provider)}
        rowKey={({ key }) => key}
      />
      <p className="max-w-measure">{t("storage")}</p>
    </Page>
  );
}
