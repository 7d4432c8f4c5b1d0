import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WaitingReopenings } from "@/components/review/waiting-reopenings";
import { Page } from "@/components/shell/page";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { mostHandedOver } from "@/lib/domain/filing/sharing-schema";
import { dateWords, numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { listReopeningsFor } from "@/lib/services/view-reopening";
import { viewWorkload, type HandRow } from "@/lib/services/view-workload";

type WorkloadPage = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: WorkloadPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.workload");
  return { title: t("title") };
}

/** Who has what in hand, for whoever shares the work out. */
export default async function Workload({ params, searchParams }: WorkloadPage) {
  const [locale, actor, asked, now] = await Promise.all([
    localeOf(params),
    requireStaff("share_out_work"),
    searchParams,
    officeNow(),
  ]);
  const [t, queue, { hands, unheld }] = await Promise.all([
    getTranslations("review.workload"),
    getTranslations("review.queue"),
    viewWorkload(actor, now),
  ]);
  const moved = Number(asked["moved"]);
  const to = (holder: string) => pathIn(locale, `/review/workload/${holder}`);
  const presence = ({ fields, awayUntil }: HandRow) => {
    if (fields.length === 0) return <Tag colour="red">{t("no_longer")}</Tag>;
    if (awayUntil) return <Tag colour="gold">{t("away_until", { date: dateWords(locale, awayUntil) })}</Tag>;
    return t("there");
  };

  return (
    <Page
      width="wide"
      back={{ href: pathIn(locale, "/review"), label: queue("title") }}
      notice={
        Number.isInteger(moved) && moved > 0 && moved <= mostHandedOver ? (
          <Notice tone="good" title={t("moved", { count: moved })} />
        ) : undefined
      }
    >
      <div className="grid gap-2">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      {unheld > 0 && (
        <p>
          {t("unheld", { count: unheld })} <TextLink href={to("nobody")}>{t("give_unheld")}</TextLink>
        </p>
      )}
      <Table
        caption={t("caption")}
        captionHidden
        rows={hands}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", head: t("head.name"), rowHeader: true, cell: ({ name }) => name },
          { key: "presence", head: t("head.presence"), cell: presence },
          { key: "ours", head: t("head.ours"), numeric: true, cell: ({ ours }) => numberWords(locale, ours) },
          { key: "overdue", head: t("head.overdue"), numeric: true, cell: (row) => numberWords(locale, row.overdue) },
          { key: "waiting", head: t("head.waiting"), numeric: true, cell: (row) => numberWords(locale, row.waiting) },
          {
            key: "hand_over",
            head: t("head.hand_over"),
            cell: ({ id, name, ours }) =>
              ours > 0 ? (
                <TextLink href={to(id)}>
                  {t("hand_over")}
                  <span className="for-ear">: {name}</span>
                </TextLink>
              ) : (
                t("nothing")
              ),
          },
        ]}
      />
      <WaitingReopenings rows={await listReopeningsFor(actor)} />
    </Page>
  );
}
