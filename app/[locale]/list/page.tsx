import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { EntryTable } from "@/components/public/entry-table";
import { choiceIn, pageIn, withQuery, wordsIn } from "@/components/public/query";
import { Page, Section } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Select } from "@/components/ui/field";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search";
import { officeNow } from "@/lib/auth/current-actor";
import { fields, jurisdictions } from "@/lib/domain/accreditation/schema";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { entryStandings, listEntries, type ListFilters, type ListView } from "@/lib/services/list-entries";

export async function generateMetadata({ params }: PageProps<"/[locale]/list">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("list");
  return { title: t("title"), description: t("description") };
}

/** The accreditation list, searched in three languages and by initials. */
export default async function ListPage({ params, searchParams }: PageProps<"/[locale]/list">) {
  const locale = await localeOf(params);
  const asked = await searchParams;
  const filters: ListFilters = {
    q: wordsIn(asked, "q"),
    field: choiceIn(asked, "field", fields),
    jurisdiction: choiceIn(asked, "jurisdiction", jurisdictions),
    standing: choiceIn(asked, "status", entryStandings),
    page: pageIn(asked),
  };
  const [t, common, check, list] = await Promise.all([
    getTranslations("list"),
    getTranslations("common"),
    getTranslations("eligibility.link"),
    listEntries(filters, await officeNow()),
  ]);
  const at = (page: number) =>
    pathIn(locale, withQuery("/list", { ...inAddress(filters), page: page > 1 ? page : null }));

  return (
    <Page width="wide">
      <Alternates path={withQuery("/list", inAddress(filters))} />
      <Heading>{t("title")}</Heading>
      <Lead>{t("lead", { total: list.total, fields: fields.length })}</Lead>
      <p>
        <TextLink href={pathIn(locale, "/check")}>{check("open")}</TextLink>{" "}
        <span className="text-ink-soft">{check("text")}</span>
      </p>
      <Search locale={locale} filters={filters} />

      <section className="grid gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 className={list.matches > 0 ? "text-form font-semibold" : "for-ear"}>
            {t("matches", { count: list.matches })}
          </h2>
          <div className="flex flex-wrap gap-x-6 print:hidden">
            {list.matches < list.total && <TextLink href={pathIn(locale, "/list")}>{t("filter.clear")}</TextLink>}
            <TextLink href="/api/open/list">{t("csv")}</TextLink>
          </div>
        </div>
        {list.matches > 0 ? (
          <EntryTable locale={locale} entries={list.entries} caption={t("caption")} />
        ) : (
          <Nothing locale={locale} filters={filters} list={list} />
        )}
        <Pagination
          label={t("pages")}
          {...(filters.page > 1 && { previous: { href: at(filters.page - 1), label: common("previous") } })}
          {...(list.hasNext && { next: { href: at(filters.page + 1), label: common("next") } })}
          {...(list.pages > 1 && { note: t("page_note", { page: filters.page, pages: list.pages }) })}
        />
        {list.matches > 0 && (
          <p>
            <TextLink href={pathIn(locale, "/list/not-listed")}>{t("empty.wish")}</TextLink>
          </p>
        )}
      </section>
    </Page>
  );
}

async function Search({ locale, filters }: { locale: Locale; filters: ListFilters }) {
  const [t, common, words] = await Promise.all([
    getTranslations("list"),
    getTranslations("common"),
    getTranslations("fields"),
  ]);
  const all = { value: "", label: common("all") };
  return (
    <SearchBox
      action={pathIn(locale, "/list")}
      label={t("search.label")}
      hint={t("search.hint")}
      button={common("search")}
      defaultValue={filters.q}
    >
      <Select
        name="field"
        label={t("filter.field")}
        defaultValue={filters.field ?? ""}
        options={[all, ...fields.map((value) => ({ value, label: words(`field.${value}`) }))]}
      />
      <Select
        name="jurisdiction"
        label={t("filter.jurisdiction")}
        defaultValue={filters.jurisdiction ?? ""}
        options={[all, ...jurisdictions.map((value) => ({ value, label: words(`jurisdiction.${value}`) }))]}
      />
      <Select
        name="status"
        label={t("filter.status")}
        defaultValue={filters.standing ?? ""}
        options={[all, ...entryStandings.map((value) => ({ value, label: t(`standing.${value}`) }))]}
      />
    </SearchBox>
  );
}

async function Nothing({ locale, filters, list }: { locale: Locale; filters: ListFilters; list: ListView }) {
  const t = await getTranslations("list");
  return (
    <>
      <EmptyState title={filters.q ? t("empty.title", { q: filters.q }) : t("empty.title_filters")}>
        <p>{t("empty.grows")}</p>
        <p>
          <TextLink href={pathIn(locale, `/list/not-listed?${new URLSearchParams({ q: filters.q })}`)}>
            {t("empty.wish")}
          </TextLink>
        </p>
      </EmptyState>
      {list.nearest.length > 0 && (
        <Section title={t("empty.nearest")} level={3}>
          <EntryTable locale={locale} entries={list.nearest} caption={t("empty.nearest")} />
        </Section>
      )}
    </>
  );
}

function inAddress({ q, field, jurisdiction, standing }: ListFilters) {
  return { q, field, jurisdiction, status: standing };
}
