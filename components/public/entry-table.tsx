import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { Field, Jurisdiction } from "@/lib/domain/accreditation/schema";
import { numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { EntryStandingTag, type EntryStanding } from "./entry-standing";

export type ShownEntry = {
  code: string;
  field: Field;
  jurisdiction: Jurisdiction;
  qualification: Record<Locale, string>;
  issuingBody: Record<Locale, string>;
  standing: EntryStanding;
  people?: number | null;
};

/** Entries of the accreditation list. */
export async function EntryTable({
  locale,
  entries,
  caption,
  room = "list",
}: {
  locale: Locale;
  entries: readonly ShownEntry[];
  caption: string;
  /** Where choosing one leads: to its page, or to its check. */
  room?: "list" | "check";
}) {
  const [t, words] = await Promise.all([getTranslations("list.column"), getTranslations("fields")]);
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        {
          key: "qualification",
          head: t("qualification"),
          rowHeader: true,
          cell: ({ code, qualification }) => (
            <>
              <TextLink href={pathIn(locale, `/${room}/${code}`)}>{qualification[locale]}</TextLink>
              {locale !== "en" && (
                <span lang="en" className="block text-note font-normal text-ink-soft">
                  {qualification.en}
                </span>
              )}
            </>
          ),
        },
        { key: "body", head: t("body"), cell: ({ issuingBody }) => issuingBody[locale] },
        { key: "field", head: t("field"), cell: ({ field }) => words(`field.${field}`) },
        ...(entries.some(({ people }) => people !== undefined)
          ? [
              {
                key: "people",
                head: t("people"),
                cell: ({ people }: ShownEntry) =>
                  people ? numberWords(locale, people) : <span className="text-ink-soft">{t("people_few")}</span>,
                numeric: true,
              },
            ]
          : []),
        { key: "status", head: t("status"), cell: ({ standing }) => <EntryStandingTag standing={standing} /> },
      ]}
      rows={entries}
      rowKey={({ code }) => code}
    />
  );
}
