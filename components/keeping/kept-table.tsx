import { useTranslations } from "next-intl";
import { EntryStandingTag, type EntryStanding } from "@/components/public/entry-standing";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { Field } from "@/lib/domain/accreditation/schema";
import { numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { VersionTag } from "./version-tag";

type KeptEntry = {
  code: string;
  field: Field;
  qualification: Record<Locale, string>;
  issuingBody: Record<Locale, string>;
  published: number | null;
  standing: EntryStanding | null;
  open: { number: number; state: "draft" | "submitted"; publishOn: string | null } | null;
  wishes: number;
};

/** The entries of the list with what is worked on, and how many people ask for each. */
export function KeptTable({ locale, entries }: { locale: Locale; entries: readonly KeptEntry[] }) {
  const t = useTranslations("keeping");
  const words = useTranslations("fields.field");
  return (
    <Table
      caption={t("caption")}
      captionHidden
      columns={[
        {
          key: "entry",
          head: t("column.entry"),
          rowHeader: true,
          cell: ({ code, qualification, issuingBody }) => (
            <>
              <TextLink href={pathIn(locale, `/admin/list/${code}`)}>{qualification[locale]}</TextLink>
              <span className="block text-note font-normal text-ink-soft">{issuingBody[locale]}</span>
              <span className="code block text-note font-normal text-ink-soft wrap-anywhere">{code}</span>
            </>
          ),
        },
        { key: "field", head: t("column.field"), cell: ({ field }) => words(field) },
        {
          key: "status",
          head: t("column.status"),
          cell: ({ standing }) =>
            standing ? <EntryStandingTag standing={standing} /> : <span className="text-ink-soft">{t("never")}</span>,
        },
        {
          key: "version",
          head: t("column.version"),
          numeric: true,
          cell: ({ published }) => (published === null ? "–" : numberWords(locale, published)),
        },
        {
          key: "open",
          head: t("column.open"),
          cell: ({ open }) =>
            open ? <VersionTag {...open} /> : <span className="text-ink-soft">{t("nothing_open")}</span>,
        },
        { key: "wishes", head: t("column.wishes"), numeric: true, cell: ({ wishes }) => numberWords(locale, wishes) },
      ]}
      rows={entries}
      rowKey={({ code }) => code}
    />
  );
}
