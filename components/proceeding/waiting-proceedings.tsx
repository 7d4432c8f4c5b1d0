import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/shell/page";
import { PersonName } from "@/components/ui/bilingual";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { displayName } from "@/lib/domain/person/names";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { WaitingProceeding } from "@/lib/domain/registration/proceeding-views";

/** What colleagues propose about registrations and this officer may decide on; nothing where there is none. */
export function WaitingProceedings({ rows }: { rows: readonly WaitingProceeding[] }) {
  const t = useTranslations("proceeding.waiting");
  const second = useTranslations("review.second.head");
  const search = useTranslations("proceeding.search");
  const kind = useTranslations("proceeding.kind");
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Section title={t("title")}>
      <Table
        caption={t("title")}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "number",
            head: search("number"),
            rowHeader: true,
            cell: ({ id, number, kind: proposed }) => (
              <TextLink
                href={pathIn(locale, `/review/registrations/${number}/proceedings/${id}`)}
                className="whitespace-nowrap tabular-nums"
              >
                {number} · {kind(proposed)}
              </TextLink>
            ),
          },
          {
            key: "holder",
            head: search("name"),
            cell: ({ names }) => {
              const { chinese, latin } = displayName(names);
              return <PersonName han={chinese} latin={latin ?? ""} />;
            },
          },
          { key: "qualification", head: second("qualification"), cell: ({ qualification }) => qualification[locale] },
          { key: "by", head: second("by"), cell: ({ proposedBy }) => proposedBy },
          {
            key: "effective",
            head: t("effective"),
            cell: ({ effectiveOn }) => (
              <span className="whitespace-nowrap tabular-nums">{dateWords(locale, effectiveOn)}</span>
            ),
          },
        ]}
      />
    </Section>
  );
}
