import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import type { Carried } from "@/lib/domain/filing/carry";
import type { Answers, AnswerTask } from "@/lib/domain/filing/questions";
import { origins, type Origin } from "@/lib/domain/filing/schema";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewCarried } from "@/lib/services/view-carried";
import { viewTask, type MyTask } from "@/lib/services/view-task";

export type TaskPageProps = {
  params: Promise<{ locale: string; address: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export type OpenTask = {
  locale: Locale;
  view: MyTask;
  from: Origin | null;
  asked: Record<string, string | string[] | undefined>;
  /** What was answered in earlier filings and still holds, by question, where it is not answered here yet. */
  earlier: Answers;
  /** What goes with the form and is not shown. */
  hidden: Record<string, string>;
};

/** The page of a task for whoever may change it now; everybody else is led to where the filing stands. */
export async function openTask(task: AnswerTask, { params, searchParams }: TaskPageProps): Promise<OpenTask> {
  const locale = await localeOf(params);
  const [{ address }, asked, actor, now] = await Promise.all([
    params,
    searchParams,
    requireProfessional(),
    officeNow(),
  ]);
  const [view, carried] = await Promise.all([viewTask(actor, address, task), viewCarried(actor, address, now)]);
  if (!view.ok) notFound();
  if (!view.value.mayChange) redirect(pathIn(locale, `/filings/${view.value.address}`));

  const { id, seen, state } = view.value;
  const from = originOf(asked["from"]) ?? (state === "awaiting_applicant" ? "request" : null);
  return {
    locale,
    view: view.value,
    from,
    asked,
    earlier: carried.ok ? earlierIn(task, carried.value.carried) : {},
    hidden: { filingId: id, form: randomUUID(), seen, ...(from && { from }) },
  };
}

const earlierIn = (task: AnswerTask, carried: readonly Carried[]): Answers =>
  Object.assign({}, ...carried.filter((it) => it.task === task && it.endedOn === null).map(({ values }) => values));

/** The page from which another was opened, as its address says. */
export function originOf(asked: string | string[] | undefined): Origin | null {
  return origins.find((it) => it === asked) ?? null;
}
