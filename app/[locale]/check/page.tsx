import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { EntryTable } from "@/components/public/entry-table";
import { withQuery, wordsIn } from "@/components/public/query";
import { Page, Section } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { SearchBox } from "@/components/ui/search";
import { officeNow } from "@/lib/auth/current-actor";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { listEntries, type ListView } from "@/lib/services/list-entries";

export async function generateMetadata({ params }: PageProps<"/[locale]/check">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("eligibility");
  return { title: t("title"), description: t("description") };
}

/** Can I file? It begins with the qualification. */
export default async function CheckPage({ params, searchParams }: PageProps<"/[locale]/check">) {
  const locale = await localeOf(params);
  const q = wordsIn(await searchParams, "q");
  const [t, list] = await Promise.all([
    getTranslations("eligibility"),
    q ? listEntries({ q, field: null, jurisdiction: null, standing: null, page: 1 }, await officeNow()) : null,
  ]);
  return (
    <Page width="wide">
      <Alternates path={withQuery("/check", { q })} />
      <div className="grid gap-6 text-form">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
        <SearchBox
          action={pathIn(locale, "/check")}
          label={t("choose.label")}
          hint={t("choose.hint")}
          button={t("choose.button")}
          defaultValue={q}
        />
        {list && <Found locale={locale} q={q} list={list} />}
        <p>
          <TextLink href={pathIn(locale, "/list")}>{t("choose.browse")}</TextLink>
        </p>
      </div>
    </Page>
  );
}

async function Found({ locale, q, list }: { locale: Locale; q: string; list: ListView }) {
  const t = await getTranslations("eligibility.choose");
  const { entries, matches, nearest } = list;
  if (matches > 0) {
    return (
      <section className="grid gap-4">
        <h2 className="text-form font-semibold">{t("matches", { count: matches })}</h2>
        <EntryTable locale={locale} entries={entries} caption={t("list")} room="check" />
        {list.hasNext && <p className="text-ink-soft">{t("more", { count: entries.length })}</p>}
      </section>
    );
  }
  return (
    <>
      <EmptyState title={t("none", { q })}>
        <p>{t("none_text")}</p>
      </EmptyState>
      {nearest.length > 0 && (
        <Section title={t("nearest")} level={3}>
          <EntryTable locale={locale} entries={nearest} caption={t("nearest")} room="check" />
        </Section>
      )}
    </>
  );
}
