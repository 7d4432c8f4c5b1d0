import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { askAgainReasons, holdReasons } from "@/lib/domain/filing/checks";
import type { Stop } from "@/lib/domain/filing/history";
import { dateWords } from "@/lib/i18n/dates";

const reasonsOfStops = [...holdReasons, ...askAgainReasons];

/** Every stop of the authority's clock: why, from when to when, and for how many working days. */
export function ClockStops({ stops }: { stops: readonly Stop[] }) {
  const t = useTranslations("filing.status");
  const reason = useTranslations("workflow.reason");
  const locale = useLocale();
  return (
    <Table
      caption={t("stops_caption")}
      captionHidden
      rows={stops}
      rowKey={({ cause, from }) => `${cause} ${from}`}
      columns={[
        {
          key: "why",
          head: t("stop.why"),
          rowHeader: true,
          cell: ({ cause, reasons }) => (
            <>
              {t(`stop_cause.${cause}`)}
              {reasonsOfStops
                .filter((code) => reasons.includes(code))
                .map((code) => (
                  <span key={code} className="block text-note font-normal text-ink-soft">
                    {t("stop.reason", { reason: reason(`${code}.title`) })}
                  </span>
                ))}
            </>
          ),
        },
        { key: "from", head: t("stop.from"), cell: ({ from }) => dateWords(locale, from) },
        {
          key: "until",
          head: t("stop.until"),
          cell: ({ until }) => (until === null ? t("stop.still") : dateWords(locale, until)),
        },
        { key: "days", head: t("stop.days"), numeric: true, cell: ({ days }) => days },
      ]}
    />
  );
}
