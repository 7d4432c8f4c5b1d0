import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DemandTable } from "@/components/admin/demand-table";
import { KeptTable } from "@/components/keeping/kept-table";
import { choiceIn, pageIn, withQuery, wordsIn } from "@/components/public/query";
import { Page, Section } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Select } from "@/components/ui/field";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { fields } from "@/lib/domain/accreditation/schema";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { keptStandings, viewKeptList, type KeptFilters } from "@/lib/services/view-kept-list";

type Props = PageProps<"/[locale]/admin/list">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations("keeping"))("title") };
}

/** Every entry of the accreditation list with what is worked on, for those who keep it. */
export default async function KeptListPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const [actor, asked, now] = await Promise.all([requireStaff("keep_list"), searchParams, officeNow()]);
  const filters: KeptFilters = {
    q: wordsIn(asked, "q"),
    field: choiceIn(asked, "field", fields),
    standing: choiceIn(asked, "waits", keptStandings),
    page: pageIn(asked),
  };
  const view = await viewKeptList(actor, filters, now);
  if (!view.ok) notFound();
  const { entries, matches, total, pages, waiting, demand } = view.value;
  const [t, common] = await Promise.all([getTranslations("keeping"), getTranslations("common")]);
  const { q, field, standing, page } = filters;
  const at = (other: number) =>
    pathIn(locale, withQuery("/admin/list", { q, field, waits: standing, page: other > 1 ? other : null }));

  return (
    <Page
      width="wide"
      {...(waiting > 0 && {
        notice: (
          <Notice tone="turn" title={t("waiting", { count: waiting })}>
            <TextLink href={pathIn(locale, "/admin/list?waits=submitted")}>{t("standing.submitted")}</TextLink>
          </Notice>
        ),
      })}
    >
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead", { total })}</Lead>
        <p>
          <TextLink href={pathIn(locale, "/admin/list/import")}>{t("import.link")}</TextLink>
        </p>
      </div>
      <Search locale={locale} filters={filters} />
      <section className="grid gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 className="text-form font-semibold">{t("matches", { count: matches })}</h2>
          {matches < total && <TextLink href={pathIn(locale, "/admin/list")}>{t("search.clear")}</TextLink>}
        </div>
        {matches > 0 ? <KeptTable locale={locale} entries={entries} /> : <EmptyState title={t("empty")} />}
        <Pagination
          label={t("pages")}
          {...(page > 1 && { previous: { href: at(page - 1), label: common("previous") } })}
          {...(page < pages && { next: { href: at(page + 1), label: common("next") } })}
          {...(pages > 1 && { note: t("page_note", { page, pages }) })}
        />
      </section>
      <Section title={t("demand.title")}>
        <p className="max-w-measure">{t("demand.lead", { count: demand.total })}</p>
        <DemandTable demands={demand.demands} />
      </Section>
    </Page>
  );
}

async function Search({ locale, filters }: { locale: Locale; filters: KeptFilters }) {
  const [t, common, words] = await Promise.all([
    getTranslations("keeping"),
    getTranslations("common"),
    getTranslations("fields.field"),
  ]);
  const all = { value: "", label: common("all") };
  return (
    <SearchBox
      action={pathIn(locale, "/admin/list")}
      label={t("search.label")}
      hint={t("search.hint")}
      button={common("search")}
      defaultValue={filters.q}
    >
      <Select
        name="field"
        label={t("search.field")}
        defaultValue={filters.field ?? ""}
        options={[all, ...fields.map((value) => ({ value, label: words(value) }))]}
      />
      <Select
        name="waits"
        label={t("search.standing")}
        defaultValue={filters.standing ?? ""}
        options={[all, ...keptStandings.map((value) => ({ value, label: t(`standing.${value}`) }))]}
      />
    </SearchBox>
  );
}
