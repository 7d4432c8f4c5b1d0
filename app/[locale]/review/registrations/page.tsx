import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StandingTag } from "@/components/public/standing-tag";
import { Page } from "@/components/shell/page";
import { PersonName } from "@/components/ui/bilingual";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { SearchBox } from "@/components/ui/search";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { displayName } from "@/lib/domain/person/names";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { findRegistrations } from "@/lib/services/view-registration-file";

type RegistrationsPage = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: RegistrationsPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("proceeding.search");
  return { title: t("title") };
}

/** Registrations of a reviewer's fields: those about which something is open, or any by number or name. */
export default async function Registrations({ params, searchParams }: RegistrationsPage) {
  const [locale, actor, asked, now] = await Promise.all([
    localeOf(params),
    requireStaff("read_queue"),
    searchParams,
    officeNow(),
  ]);
  const q = typeof asked["q"] === "string" ? asked["q"].slice(0, 100) : "";
  const [t, { rows, isCut, tooShort }] = await Promise.all([
    getTranslations("proceeding.search"),
    findRegistrations(actor, q, now),
  ]);
  const isSearch = q.trim() !== "";
  return (
    <Page width="wide">
      <div className="grid gap-2">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      <SearchBox
        action={pathIn(locale, "/review/registrations")}
        name="q"
        label={t("label")}
        hint={t("hint")}
        button={t("button")}
        defaultValue={q}
      />
      {tooShort ? (
        <p>{t("too_short")}</p>
      ) : (
        <Table
          caption={t("caption")}
          captionHidden
          rows={rows}
          rowKey={({ number }) => number}
          empty={
            <EmptyState title={t(isSearch ? "none" : "empty")}>{t(isSearch ? "none_why" : "empty_why")}</EmptyState>
          }
          columns={[
            {
              key: "number",
              head: t("number"),
              rowHeader: true,
              cell: ({ number }) => (
                <TextLink
                  href={pathIn(locale, `/review/registrations/${number}`)}
                  className="whitespace-nowrap tabular-nums"
                >
                  {number}
                </TextLink>
              ),
            },
            {
              key: "name",
              head: t("name"),
              cell: ({ names }) => {
                const { chinese, latin } = displayName(names);
                return <PersonName han={chinese} latin={latin ?? ""} />;
              },
            },
            { key: "qualification", head: t("qualification"), cell: ({ qualification }) => qualification[locale] },
            { key: "status", head: t("status"), cell: ({ standing }) => <StandingTag standing={standing} /> },
            {
              key: "open",
              head: t("open"),
              cell: ({ hasProceeding }) => (hasProceeding ? <Tag colour="gold">{t("yes")}</Tag> : t("no")),
            },
          ]}
        />
      )}
      {isCut && <p className="text-ink-soft">{t("cut")}</p>}
    </Page>
  );
}
