import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WaitingProceedings } from "@/components/proceeding/waiting-proceedings";
import { WaitingReopenings } from "@/components/review/waiting-reopenings";
import { Page } from "@/components/shell/page";
import { PersonName } from "@/components/ui/bilingual";
import { EmptyState } from "@/components/ui/empty";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { displayName } from "@/lib/domain/person/names";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { listSecondChecks } from "@/lib/services/list-second-checks";
import { listWaitingProceedings } from "@/lib/services/list-waiting-proceedings";
import { listReopeningsFor } from "@/lib/services/view-reopening";

type SecondCheckPage = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: SecondCheckPage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.second");
  return { title: t("title") };
}

export default async function SecondChecks({ params, searchParams }: SecondCheckPage) {
  const [locale, actor, asked, now] = await Promise.all([
    localeOf(params),
    requireStaff("read_second_checks"),
    searchParams,
    officeNow(),
  ]);
  const t = await getTranslations("review.second");
  const common = await getTranslations("common");
  const outcome = await getTranslations("workflow.outcome");
  const after = typeof asked["after"] === "string" ? asked["after"] : "";
  const [{ today, rows, next, isFirst }, waiting] = await Promise.all([
    listSecondChecks(actor, { after }, now),
    listWaitingProceedings(actor),
  ]);
  const here = pathIn(locale, "/review/second-check");

  return (
    <Page width="wide" notice={asked["done"] === "returned" ? <Notice tone="good" title={t("returned")} /> : undefined}>
      <div className="grid gap-2">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      <Table
        caption={t("caption")}
        captionHidden
        rows={rows}
        rowKey={({ reference }) => reference}
        empty={<EmptyState title={t("empty")}>{t("empty_why")}</EmptyState>}
        columns={[
          {
            key: "filing",
            head: t("head.filing"),
            rowHeader: true,
            cell: ({ reference }) => (
              <TextLink
                href={pathIn(locale, `/review/${reference}/second-check`)}
                className="whitespace-nowrap tabular-nums"
              >
                {reference}
              </TextLink>
            ),
          },
          {
            key: "proposed",
            head: t("head.proposed"),
            cell: ({ proposed }) => (
              <Tag colour={proposed === "approve" ? "jade" : "red"} outline>
                {outcome(proposed)}
              </Tag>
            ),
          },
          {
            key: "applicant",
            head: t("head.applicant"),
            cell: (row) => {
              const { chinese, latin } = displayName(row);
              return <PersonName han={chinese} latin={latin ?? ""} />;
            },
          },
          { key: "qualification", head: t("head.qualification"), cell: ({ qualification }) => qualification[locale] },
          { key: "by", head: t("head.by"), cell: ({ reviewer }) => reviewer?.name },
          {
            key: "due",
            head: t("head.due"),
            cell: ({ dueOn }) =>
              dueOn === null ? null : dueOn < today ? (
                <Tag colour="red">{t("overdue", { date: dateWords(locale, dueOn) })}</Tag>
              ) : (
                <span className="whitespace-nowrap tabular-nums">{dateWords(locale, dueOn)}</span>
              ),
          },
        ]}
      />
      <Pagination
        label={common("pages")}
        {...(!isFirst && { previous: { href: here, label: t("first_page") } })}
        {...(next && { next: { href: `${here}?after=${next}`, label: common("next") } })}
      />
      {isFirst && <WaitingProceedings rows={waiting} />}
      <WaitingReopenings rows={await listReopeningsFor(actor)} />
    </Page>
  );
}
