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
  /** Something was answered in earlier filings, still holds and is not answered here yet. */
  offersEarlier: boolean;
  /** Of that, what its owner came to change, by question. */
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
  const known = carried.ok ? carried.value.carried.filter((it) => it.task === task && it.endedOn === null) : [];
  const from = originOf(asked["from"]) ?? (state === "awaiting_applicant" ? "request" : null);
  return {
    locale,
    view: view.value,
    from,
    asked,
    offersEarlier: known.length > 0,
    earlier: typed(known.find(({ item }) => item === asked["use"])),
    hidden: { filingId: id, form: randomUUID(), seen, ...(from && { from }) },
  };
}

// That a number was read again is said of a number, and not of the one that is typed in its place.
const typed = (carried: Carried | undefined): Answers =>
  Object.fromEntries(Object.entries(carried?.values ?? {}).filter(([question]) => !question.endsWith("_reread")));

/** The page from which another was opened, as its address says. */
export function originOf(asked: string | string[] | undefined): Origin | null {
  return origins.find((it) => it === asked) ?? null;
}
