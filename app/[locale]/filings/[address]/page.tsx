import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Remarks } from "@/components/filing/self-test";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset";
import { TextLink } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Notice } from "@/components/ui/notice";
import { TaskList, type Task as TaskRow } from "@/components/ui/task-list";
import type { TagColour } from "@/components/ui/tag";
import type { TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import type { Carried } from "@/lib/domain/filing/carry";
import type { Task } from "@/lib/domain/filing/questions";
import { isLapse, type Remark } from "@/lib/domain/filing/self-test";
import { taskGroups, type TaskState } from "@/lib/domain/filing/tasks";
import { dateWords, instantWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewCarried } from "@/lib/services/view-carried";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const view = await viewMyFiling(actor, address, now);
  return { title: view.ok ? view.value.qualification[locale] : null };
}

export default async function FilingPage({ params }: TaskPageProps) {
  const locale = await localeOf(params);
  const [{ address }, actor, now] = await Promise.all([params, requireProfessional(), officeNow()]);
  const [view, known] = await Promise.all([viewMyFiling(actor, address, now), viewCarried(actor, address, now)]);
  if (!view.ok) notFound();
  if (view.value.state !== "draft") redirect(pathIn(locale, `/filings/${view.value.address}/status`));
  return <Draft locale={locale} filing={view.value} carried={known.ok ? known.value.carried : []} />;
}

type DraftProps = { locale: Locale; filing: MyFiling; carried: readonly Carried[] };

async function Draft({ locale, filing, carried }: DraftProps) {
  const [t, reasons, kinds, mine] = await Promise.all([
    getTranslations("filing.list"),
    getTranslations("filing.new.closed"),
    getTranslations("workflow.kind"),
    getTranslations("filing.mine"),
  ]);
  const names = await getTranslations("filing.task");
  const { address, progress, dates, limits, closed } = filing;
  // What has ended cannot be confirmed, and a task that is done waits for nothing.
  const toConfirm = carried.filter(({ task, endedOn }) => endedOn === null && filing.tasks[task] !== "completed");
  const here = (page: string) => pathIn(locale, `/filings/${address}/${page}`);

  return (
    <Page
      back={{ href: pathIn(locale, "/filings"), label: mine("title") }}
      notice={
        closed && (
          <Notice title={t("closed_title")}>
            <p>{reasons(closed)}</p>
            <p>{closed === "withdrawn" ? t("withdrawn", { date: dateWords(locale, dates.deletedOn) }) : t("closed")}</p>
            {closed === "withdrawn" && <TextLink href={pathIn(locale, "/list")}>{t("see_list")}</TextLink>}
          </Notice>
        )
      }
    >
      <div className="grid gap-2">
        <Heading caption={kinds(filing.kind)}>{filing.qualification[locale]}</Heading>
        <p className="text-ink-soft">{filing.issuingBody[locale]}</p>
        <div className="text-note text-ink-soft">
          <p>{t("draft", { date: dateWords(locale, dates.deletedOn) })}</p>
          <p>{t("saved", { when: instantWords(locale, dates.editedOn) })}</p>
        </div>
      </div>
      <div className="grid gap-4">
        <div className="grid gap-1.5">
          <p className="flex flex-wrap gap-x-2">
            <strong>{t("progress", { done: progress.completed, total: progress.total })}</strong>
            <span>{t("minutes", { count: progress.minutes })}</span>
          </p>
          <Meter
            value={progress.completed}
            max={progress.total}
            label={t("progress", { done: progress.completed, total: progress.total })}
          />
        </div>
        {progress.next && (
          <div>
            <ButtonLink href={here(progress.next)} icon="arrow">
              {t("continue", { task: names(`${progress.next}.name`) })}
            </ButtonLink>
          </div>
        )}
      </div>
      {toConfirm.length > 0 && (
        <InsetText>
          <p>{t("carried", { count: toConfirm.length })}</p>
          <p>
            <TextLink href={here("carried")}>{t("see_carried")}</TextLink>
          </p>
        </InsetText>
      )}
      <TaskList
        groups={taskGroups.map(({ group, tasks }) => ({
          title: names(`group.${group}`),
          tasks: tasks.map(rowOf),
        }))}
      />
      <section className="grid gap-2">
        <Heading level={2}>{t("next_title")}</Heading>
        <p className="max-w-measure">{t("next", { accept: limits.acceptanceDays, decide: limits.decisionDays })}</p>
        <p className="max-w-measure text-ink-soft">{t("privacy")}</p>
      </section>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-4 print:hidden">
        <li>
          <TextLink href={here("saved")}>{t("later")}</TextLink>
        </li>
        {closed !== "withdrawn" && (
          <li>
            <TextLink href={pathIn(locale, `/list/${filing.entryCode}`)}>{t("print_papers")}</TextLink>
          </li>
        )}
        <li>
          <TextLink href={here("delete")}>{t("delete")}</TextLink>
        </li>
      </ul>
    </Page>
  );

  function rowOf(task: Task): TaskRow {
    const state = filing.tasks[task];
    return {
      name: names(`${task}.name`),
      ...(state !== "cannot_start" && { href: here(task) }),
      ...hintOf(task, state),
      status: { label: names(`state.${state}`), ...colours[state] },
    };
  }

  function lapsesIn(task: Task): Remark[] {
    return filing.selfTest.find(({ check }) => check === task)?.remarks.filter(isLapse) ?? [];
  }

  function hintOf(task: Task, state: TaskState): { hint?: ReactNode } {
    if (state === "cannot_start") return { hint: t(task === "check" ? "after_tasks" : "after_consent") };
    if (state === "update_needed") return { hint: <Update remarks={lapsesIn(task)} /> };
    if (toConfirm.some((it) => it.task === task)) return { hint: t("to_confirm") };
    if (task !== "documents") return {};
    const missing = filing.papers.filter(({ isRequired, isGiven }) => isRequired && !isGiven).length;
    return { hint: t("papers_left", { count: missing }) };
  }
}

/** Why a task that was done is not any more. */
function Update({ remarks }: { remarks: readonly Remark[] }) {
  const t = useTranslations("filing.list");
  return remarks.length > 0 ? <Remarks remarks={remarks} /> : t("rules_changed");
}

// Completed and cannot start are plain text, so that the eye goes to what is left.
const colours: Record<TaskState, { colour?: TagColour }> = {
  not_started: { colour: "brand" },
  in_progress: { colour: "gold" },
  completed: {},
  update_needed: { colour: "red" },
  cannot_start: {},
};
