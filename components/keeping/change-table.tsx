import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Latin } from "@/components/ui/bilingual";
import { ExternalLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type {
  ContentColumn,
  EntryContent,
  Filer,
  Jurisdiction,
  Provenance,
  Route,
} from "@/lib/domain/accreditation/schema";
import { dateWords, numberWords } from "@/lib/i18n/dates";

type Value = EntryContent[ContentColumn] | null;
export type Change = { column: ContentColumn; before: Value; after: Value };

type ChangeTableProps = {
  changes: readonly Change[];
  papers: { added: readonly EvidenceKey[]; removed: readonly EvidenceKey[] };
};

/** What a version says otherwise than the one before it, part by part. */
export function ChangeTable({ changes, papers }: ChangeTableProps) {
  const t = useTranslations("keeping.change");
  const names = useTranslations("fields.column");
  const evidence = useTranslations("evidence");
  const said = useValueWords();
  const locale = useLocale();
  const list = (keys: readonly EvidenceKey[]) =>
    keys.map((key) => evidence(`${key}.name`)).join(locale === "en" ? "; " : "；");
  const paperWords = (
    <>
      {papers.added.length > 0 && <span className="block">{t("added", { papers: list(papers.added) })}</span>}
      {papers.removed.length > 0 && <span className="block">{t("removed", { papers: list(papers.removed) })}</span>}
    </>
  );
  return (
    <Table
      caption={t("caption")}
      captionHidden
      columns={[
        { key: "column", head: t("column"), rowHeader: true, cell: ({ column }: Change) => names(column) },
        { key: "before", head: t("before"), cell: ({ column, before }) => said(column, before) },
        {
          key: "after",
          head: t("after"),
          cell: ({ column, after }) => (column === "evidence_required" ? paperWords : said(column, after)),
        },
      ]}
      rows={changes}
      rowKey={({ column }) => column}
    />
  );
}

const langOf: Partial<Record<string, string>> = { en: "en", hant: "zh-Hant", hans: "zh-Hans" };

/** What stands in a part of an entry, in the words of the page. */
function useValueWords(): (column: ContentColumn, value: Value) => ReactNode {
  const fields = useTranslations("fields");
  const evidence = useTranslations("evidence");
  const common = useTranslations("common");
  const locale = useLocale();
  return (column, value) => {
    if (value === null || value === "") return <span className="text-ink-soft">{common("none")}</span>;
    if (typeof value === "boolean") return common(value ? "yes" : "no");
    if (typeof value === "number") return numberWords(locale, value);
    if (typeof value !== "string") {
      return (
        <ul className="grid gap-1">
          {value.map((key) => (
            <li key={key}>{evidence(`${key}.name`)}</li>
          ))}
        </ul>
      );
    }
    if (column === "route") return fields(`route.${value as Route}.name`);
    if (column === "jurisdiction") return fields(`jurisdiction.${value as Jurisdiction}`);
    if (column === "filed_by") return fields(`filed_by.${value as Filer}`);
    if (column === "provenance") return fields(`provenance.${value as Provenance}.name`);
    if (column === "effective_from" || column === "effective_to") return dateWords(locale, value);
    if (column === "source_url")
      return (
        <ExternalLink href={value}>
          <Latin>{new URL(value).hostname}</Latin>
        </ExternalLink>
      );
    const lang = langOf[column.split("_").at(-1) ?? ""];
    return <span {...(lang && { lang })}>{value}</span>;
  };
}
