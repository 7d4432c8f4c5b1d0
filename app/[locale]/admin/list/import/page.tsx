import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TriedImport } from "@/app/[locale]/admin/list/import/tried-import";
import { StaffName } from "@/components/keeping/staff-name";
import { choiceIn, wordsIn } from "@/components/public/query";
import { Page, Section } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { fileFaults, importLimits, importSchema } from "@/lib/domain/accreditation/import";
import { instantWords, numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewImport, viewImports } from "@/lib/services/view-import";

type Props = PageProps<"/[locale]/admin/list/import">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations("keeping.import"))("title") };
}

/** Takes entries in from a file: first tried, then all of it handed in or nothing. */
export default async function ImportPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const [actor, asked, now] = await Promise.all([requireStaff("keep_list"), searchParams, officeNow()]);
  const t = await getTranslations("keeping.import");
  const back = { href: pathIn(locale, "/admin/list"), label: (await getTranslations("keeping.entry"))("back") };
  const wanted = importSchema.safeParse({ import: wordsIn(asked, "import") });
  if (wanted.success) {
    const view = await viewImport(actor, wanted.data.import, now);
    if (!view.ok) notFound();
    return (
      <Page width="wide" back={{ href: pathIn(locale, "/admin/list/import"), label: t("title") }}>
        <TriedImport locale={locale} file={view.value} now={now} />
      </Page>
    );
  }

  const imports = await viewImports(actor);
  if (!imports.ok) notFound();
  const validation = await getTranslations("validation");
  const problem = choiceIn(asked, "problem", fileFaults);
  return (
    <Page width="wide" back={back} {...(problem && { notice: <Notice tone="bad" title={validation(problem)} /> })}>
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      <UploadForm locale={locale} />
      <Section title={t("earlier")}>
        <Table
          caption={t("earlier")}
          captionHidden
          columns={[
            {
              key: "name",
              head: t("file"),
              rowHeader: true,
              cell: ({ id, name }) => (
                <TextLink href={pathIn(locale, `/admin/list/import?import=${id}`)}>{name}</TextLink>
              ),
            },
            { key: "by", head: t("by"), cell: ({ by }) => by && <StaffName name={by} /> },
            { key: "at", head: t("at"), cell: ({ at }) => instantWords(locale, at) },
            { key: "state", head: t("state"), cell: ({ committedAt }) => t(committedAt ? "taken_over" : "tried") },
          ]}
          rows={imports.value}
          rowKey={({ id }) => id}
          empty={<p className="text-ink-soft">{t("none")}</p>}
        />
      </Section>
    </Page>
  );
}

async function UploadForm({ locale }: { locale: Locale }) {
  const t = await getTranslations("keeping.import");
  const limits = { megabytes: importLimits.bytes / 1024 / 1024, rows: numberWords(locale, importLimits.rows) };
  return (
    <form
      method="post"
      action={`/api/admin/list/import?locale=${locale}`}
      encType="multipart/form-data"
      className="grid max-w-form gap-3 rounded border border-line bg-card p-4"
    >
      <label htmlFor="list-file" className="font-semibold">
        {t("choose")}
      </label>
      <p id="list-file-hint" className="text-note text-ink-soft">
        {t("rules", limits)}
      </p>
      <input
        id="list-file"
        name="file"
        type="file"
        accept=".csv,text/csv"
        required
        aria-describedby="list-file-hint"
        className="field w-full"
      />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button icon="upload">{t("try")}</Button>
        <TextLink href="/api/admin/list/import" download>
          {t("template")}
        </TextLink>
      </div>
    </form>
  );
}
