import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { QueueTable } from "@/components/review/queue-table";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty";
import { Select } from "@/components/ui/field";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import type { Field } from "@/lib/domain/accreditation/schema";
import { queueStates } from "@/lib/domain/filing/filing";
import { dateWords, numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { listReviewQueue, queueLanes, type QueueFilters } from "@/lib/services/list-review-queue";
import { acceptNextAction } from "./actions";

type QueuePage = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: QueuePage): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("review.queue");
  return { title: t("title") };
}

export default async function ReviewQueue({ params, searchParams }: QueuePage) {
  const [locale, actor, asked, now] = await Promise.all([
    localeOf(params),
    requireStaff("read_queue"),
    searchParams,
    officeNow(),
  ]);
  const t = await getTranslations("review.queue");
  const common = await getTranslations("common");
  const fieldWord = await getTranslations("fields.field");
  const stateWord = await getTranslations("workflow.state");

  const filters = filtersFrom(asked);
  const queue = await listReviewQueue(actor, filters, now);
  const { counts } = queue;
  const address = (change: Partial<QueueFilters>) =>
    pathIn(locale, `/review${queryOf({ ...filters, after: "", ...change })}`);
  const counted = (count: number, isCapped = false) =>
    isCapped && count > 1000 ? t("more_than", { count: numberWords(locale, 1000) }) : numberWords(locale, count);
  const laneCounts = { mine: counted(counts.mine, true), all: counted(counts.all), overdue: counted(counts.overdue) };
  const isFiltered = filters.field !== null || filters.state !== null;

  return (
    <Page
      width="wide"
      notice={asked["next"] === "none" ? <Notice title={t("none_to_take")}>{t("none_to_take_why")}</Notice> : undefined}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="grid gap-1">
          <Heading>{t("title")}</Heading>
          <p className="text-ink-soft">
            {t("today", { date: dateWords(locale, queue.today), mine: counts.mine, overdue: counts.overdue })}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <TextLink href={pathIn(locale, "/review/me")}>{t("absences")}</TextLink>
          <ClientWords>
            <ActionButton action={acceptNextAction} label={t("take_next")} kind="primary" />
          </ClientWords>
        </div>
      </div>

      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <aside aria-label={t("filters")} className="grid content-start gap-6 print:hidden">
          <nav aria-label={t("lanes")}>
            <ul className="grid list-none gap-px p-0 max-lg:flex max-lg:flex-wrap">
              {queueLanes.map((lane) => (
                <li key={lane}>
                  <Link
                    href={address({ lane })}
                    prefetch={false}
                    className={
                      lane === filters.lane
                        ? "flex min-h-11 items-center justify-between gap-3 border-s-4 border-brand bg-brand-tint px-3 font-semibold text-brand"
                        : "flex min-h-11 items-center justify-between gap-3 border-s-4 border-line px-3 text-brand hover:bg-mist hover:underline"
                    }
                    {...(lane === filters.lane && { "aria-current": "page" })}
                  >
                    {t(`lane.${lane}`)}
                    <span className="tabular-nums">{laneCounts[lane]}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <form method="get" action={pathIn(locale, "/review")} className="grid gap-4 border-t border-line pt-4">
            <input type="hidden" name="lane" value={filters.lane} />
            {queue.fields.length > 1 && (
              <Select
                label={t("field")}
                name="field"
                defaultValue={filters.field ?? ""}
                options={[
                  { value: "", label: common("all") },
                  ...queue.fields.map((field) => ({ value: field, label: fieldWord(field as Field) })),
                ]}
              />
            )}
            <Select
              label={t("state")}
              name="state"
              defaultValue={filters.state ?? ""}
              options={[
                { value: "", label: common("all") },
                ...queueStates.map((state) => ({ value: state, label: stateWord(state) })),
              ]}
            />
            <div className="flex flex-wrap items-center gap-4">
              <Button kind="secondary">{common("show")}</Button>
              {isFiltered && <TextLink href={address({ field: null, state: null })}>{common("clear")}</TextLink>}
            </div>
          </form>
        </aside>

        <div className="grid min-w-0 content-start gap-4">
          {queue.groups.length === 0 ? (
            <EmptyState
              title={t(`empty.${filters.lane}`)}
              action={
                filters.lane === "all" && !isFiltered ? undefined : (
                  <TextLink href={address({ lane: "all", field: null, state: null })}>{t("see_all")}</TextLink>
                )
              }
            >
              {t("empty.why")}
            </EmptyState>
          ) : (
            <QueueTable
              caption={t("caption")}
              groups={queue.groups}
              href={(reference) => pathIn(locale, `/review/${reference}`)}
              withReviewer={filters.lane !== "mine"}
            />
          )}
          <Pagination
            label={common("pages")}
            {...(!queue.isFirst && { previous: { href: address({}), label: t("first_page") } })}
            {...(queue.next && { next: { href: address({ after: queue.next }), label: common("next") } })}
          />
        </div>
      </div>
    </Page>
  );
}

/** What the address asks for; what it cannot mean is left out. */
function filtersFrom(asked: Record<string, string | string[] | undefined>): QueueFilters {
  const one = (name: string) => {
    const value = asked[name];
    return typeof value === "string" ? value : "";
  };
  return {
    lane: queueLanes.find((lane) => lane === one("lane")) ?? "mine",
    field: one("field") || null,
    state: queueStates.find((state) => state === one("state")) ?? null,
    after: one("after"),
  };
}

function queryOf({ lane, field, state, after }: QueueFilters): string {
  const query = new URLSearchParams({
    ...(lane !== "mine" && { lane }),
    ...(field && { field }),
    ...(state && { state }),
    ...(after && { after }),
  });
  return query.size > 0 ? `?${query}` : "";
}
