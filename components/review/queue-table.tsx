import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { StatusTag } from "@/components/filing/status-tag";
import { Tag } from "@/components/ui/tag";
import type { FilingState } from "@/lib/domain/filing/filing";
import type { DueGroup } from "@/lib/domain/filing/queue";
import { displayName, type Names } from "@/lib/domain/person/names";
import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";

export type QueueLine = Names & {
  reference: string;
  qualification: Record<Locale, string>;
  dueOn: string | null;
  dueProvisional: boolean;
  /** The day by which the decision is promised, where that is another. */
  decideBy: string | null;
  reviewer: { name: string } | null;
  state: FilingState;
  held: boolean;
  unread: number;
};

type QueueTableProps = {
  caption: string;
  groups: readonly { group: DueGroup; rows: readonly QueueLine[] }[];
  href: (reference: string) => string;
  /** Whose it is stands in a column of its own where more than one may be meant. */
  withReviewer: boolean;
};

// Few elements a row: the queue is the page that is opened most.
const cell = "py-2 pe-4 align-top last:pe-0 max-sm:block max-sm:py-0.5 max-sm:pe-0";

/** The queue under its headings, one table; on a phone each filing is a card. */
export function QueueTable({ caption, groups, href, withReviewer }: QueueTableProps) {
  const t = useTranslations("review.queue");
  const locale = useLocale();
  const heads = ["filing", "applicant", "state", "due", ...(withReviewer ? ["reviewer" as const] : [])] as const;

  return (
    <table className="w-full max-sm:block">
      <caption className="for-ear">{caption}</caption>
      <thead className="max-sm:for-ear">
        <tr className="border-b-2 border-line">
          {heads.map((head) => (
            <th key={head} scope="col" className="py-2 pe-4 text-start text-note font-semibold text-ink-soft">
              {t(`head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ group, rows }) => (
        <tbody key={group} className="max-sm:block">
          <tr className="max-sm:block">
            <th
              scope="rowgroup"
              colSpan={heads.length}
              className={
                group === "overdue"
                  ? "pt-6 pb-1 text-start text-lead font-semibold text-red max-sm:block"
                  : "pt-6 pb-1 text-start text-lead font-semibold max-sm:block"
              }
            >
              {t(`group.${group}`)}
            </th>
          </tr>
          {rows.map((row) => (
            <tr
              key={row.reference}
              className="keep-together border-t border-line hover:bg-mist max-sm:block max-sm:py-3"
            >
              <th scope="row" className={`${cell} text-start font-semibold whitespace-nowrap`}>
                <Link href={href(row.reference)} prefetch={false} className="link tabular-nums">
                  {row.reference}
                </Link>
              </th>
              <td className={cell}>
                <Name names={row} />
                <span className="block text-note text-ink-soft">{row.qualification[locale]}</span>
              </td>
              <td className={cell}>
                <StatusTag state={row.state} held={row.held} />
                {row.unread > 0 && (
                  <span className="block text-note font-semibold">{t("unread", { count: row.unread })}</span>
                )}
              </td>
              <td className={`${cell} tabular-nums sm:whitespace-nowrap`}>
                {row.dueOn !== null && <span className="text-ink-soft sm:hidden">{t("head.due")} </span>}
                {row.dueOn === null ? t("standing_still") : t("due", { date: dateWords(locale, row.dueOn) })}
                {row.decideBy !== null && (
                  <span className="block text-note text-ink-soft">
                    {t("decision", { date: dateWords(locale, row.decideBy) })}
                  </span>
                )}
                {row.dueProvisional && <Tag colour="gold">{t("provisional")}</Tag>}
              </td>
              {withReviewer && (
                <td className={cell}>
                  <span className="text-ink-soft sm:hidden">{t("head.reviewer")} </span>
                  {row.reviewer?.name ?? t("nobody")}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Name({ names }: { names: Names }) {
  const { chinese, latin } = displayName(names);
  return (
    <Fragment>
      {chinese && <span lang="zh-Hant">{chinese} </span>}
      {latin && <span lang="en">{latin}</span>}
    </Fragment>
  );
}
