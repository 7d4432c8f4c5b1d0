import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { choiceIn, withQuery, wordsIn } from "@/components/public/query";
import { RegisteredName } from "@/components/public/registered-name";
import { StandingTag } from "@/components/public/standing-tag";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Select } from "@/components/ui/field";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search";
import { Table } from "@/components/ui/table";
import { officeNow } from "@/lib/auth/current-actor";
import { fields } from "@/lib/domain/accreditation/schema";
import { standings } from "@/lib/domain/verification/verdict";
import { dateWords, numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { searchRegister, type RegisterQuery, type RegisterView } from "@/lib/services/search-register";
import { cursorFrom, cursorText } from "./cursor";

export async function generateMetadata({ params }: PageProps<"/[locale]/register">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("register");
  return { title: t("title"), description: t("description") };
}

/** The public register, searched by name in any script or by number. */
export default async function RegisterPage({ params, searchParams }: PageProps<"/[locale]/register">) {
  const locale = await localeOf(params);
  const asked = await searchParams;
  const after = cursorFrom(wordsIn(asked, "after"));
  const before = cursorFrom(wordsIn(asked, "before"));
  const query: RegisterQuery = {
    q: wordsIn(asked, "q"),
    field: choiceIn(asked, "field", fields),
    standing: choiceIn(asked, "status", standings),
    place: after ? { after } : before ? { before } : null,
  };
  const [t, common, view] = await Promise.all([
    getTranslations("register"),
    getTranslations("common"),
    searchRegister(query, await officeNow()),
  ]);
  const at = (place: Record<string, string>) =>
    pathIn(locale, withQuery("/register", { ...inAddress(query), ...place }));

  return (
    <Page width="wide">
      <Alternates path={withQuery("/register", inAddress(query))} />
      <Heading>{t("title")}</Heading>
      <Lead>{t("lead")}</Lead>
      <Search locale={locale} query={query} />

      <section className="grid gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 className={view.entries.length > 0 ? "text-form font-semibold" : "for-ear"}>
            {view.isMore
              ? t("more", { count: numberWords(locale, view.matches) })
              : t("matches", { count: view.matches })}
          </h2>
          <div className="flex flex-wrap gap-x-6 print:hidden">
            {(query.q || query.field || query.standing) && (
              <TextLink href={pathIn(locale, "/register")}>{t("filter.clear")}</TextLink>
            )}
            <TextLink href={pathIn(locale, "/verify")}>{t("verify")}</TextLink>
          </div>
        </div>
        {view.entries.length > 0 ? <Found locale={locale} view={view} /> : <Nobody query={query} view={view} />}
        <Pagination
          label={t("pages")}
          {...(view.previous && {
            previous: { href: at({ before: cursorText(view.previous) }), label: common("previous") },
          })}
          {...(view.next && { next: { href: at({ after: cursorText(view.next) }), label: common("next") } })}
        />
      </section>
    </Page>
  );
}

async function Search({ locale, query }: { locale: Locale; query: RegisterQuery }) {
  const [t, common, words] = await Promise.all([
    getTranslations("register"),
    getTranslations("common"),
    getTranslations("fields.field"),
  ]);
  const all = { value: "", label: common("all") };
  return (
    <SearchBox
      action={pathIn(locale, "/register")}
      label={t("search.label")}
      hint={t("search.hint")}
      button={common("search")}
      defaultValue={query.q}
    >
      <Select
        name="field"
        label={t("filter.field")}
        defaultValue={query.field ?? ""}
        options={[all, ...fields.map((value) => ({ value, label: words(value) }))]}
      />
      <Select
        name="status"
        label={t("filter.status")}
        defaultValue={query.standing ?? ""}
        options={[all, ...standings.map((value) => ({ value, label: t(`filter.${value}`) }))]}
      />
    </SearchBox>
  );
}

async function Found({ locale, view }: { locale: Locale; view: RegisterView }) {
  const t = await getTranslations("register");
  return (
    <Table
      caption={t("caption")}
      captionHidden
      columns={[
        {
          key: "number",
          head: t("column.number"),
          rowHeader: true,
          cell: ({ number }) => (
            <TextLink href={pathIn(locale, `/register/${number}`)} className="whitespace-nowrap">
              {number}
            </TextLink>
          ),
        },
        {
          key: "name",
          head: t("column.name"),
          cell: ({ published }) =>
            published ? (
              <RegisteredName names={published.names} />
            ) : (
              <span className="text-ink-soft">{t("unnamed")}</span>
            ),
        },
        {
          key: "qualification",
          head: t("column.qualification"),
          cell: ({ published }) => published?.qualification[locale] ?? "–",
        },
        { key: "status", head: t("column.status"), cell: ({ standing }) => <StandingTag standing={standing} /> },
        {
          key: "until",
          head: t("column.until"),
          cell: ({ validUntil }) => (
            <time dateTime={validUntil} className="whitespace-nowrap">
              {dateWords(locale, validUntil)}
            </time>
          ),
        },
      ]}
      rows={view.entries}
      rowKey={({ number }) => number}
    />
  );
}

async function Nobody({ query, view }: { query: RegisterQuery; view: RegisterView }) {
  const t = await getTranslations("register");
  if (view.tooShort) return <EmptyState title={t("too_short")} />;
  const title = query.q
    ? t("empty.title", { q: query.q })
    : t(query.field || query.standing ? "empty.title_filters" : "empty.title_all");
  return (
    <EmptyState title={title}>
      <p>{t("empty.text")}</p>
    </EmptyState>
  );
}

function inAddress({ q, field, standing }: RegisterQuery) {
  return { q, field, status: standing };
}
