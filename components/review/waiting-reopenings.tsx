import { useLocale, useTranslations, type Messages } from "next-intl";
import { Section } from "@/components/shell/page";
import { PersonName } from "@/components/ui/bilingual";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { WaitingReopening } from "@/lib/domain/filing/reopening";
import { displayName } from "@/lib/domain/person/names";
import { instantDateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";

type ReasonCode = keyof Messages["workflow"]["reason"];

/** The reopenings that a colleague proposed and that wait for the reader; nothing where none does. */
export function WaitingReopenings({ rows }: { rows: readonly WaitingReopening[] }) {
  const t = useTranslations("review.reopen");
  const word = useTranslations("workflow");
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Section title={t("waiting")}>
      <p className="max-w-measure">{t("waiting_lead")}</p>
      <Table
        caption={t("waiting")}
        captionHidden
        rows={rows}
        rowKey={({ reference }) => reference}
        columns={[
          {
            key: "filing",
            head: t("head.filing"),
            rowHeader: true,
            cell: ({ reference }) => (
              <TextLink href={pathIn(locale, `/review/${reference}/reopen`)} className="whitespace-nowrap tabular-nums">
                {reference}
              </TextLink>
            ),
          },
          { key: "ended", head: t("head.ended"), cell: ({ fromState }) => word(`state.${fromState}`) },
          {
            key: "applicant",
            head: t("head.applicant"),
            cell: (row) => {
              const { chinese, latin } = displayName(row);
              return <PersonName han={chinese} latin={latin ?? ""} />;
            },
          },
          { key: "qualification", head: t("head.qualification"), cell: ({ qualification }) => qualification[locale] },
          {
            key: "reason",
            head: t("head.reason"),
            cell: ({ reasonCode }) => word(`reason.${reasonCode as ReasonCode}.title`),
          },
          {
            key: "by",
            head: t("head.by"),
            cell: ({ proposedBy, proposedAt }) =>
              t("by", { name: proposedBy, at: instantDateWords(locale, proposedAt) }),
          },
        ]}
      />
    </Section>
  );
}
