import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Checkbox } from "@/components/form/choice-fields";
import { ClientWords } from "@/components/form/client-words";
import { TextField } from "@/components/form/text-fields";
import { JobForm } from "@/components/filing/job-form";
import { MonthParts } from "@/components/filing/month-parts";
import { PracticeNow } from "@/components/filing/practice-now";
import { PracticeSum } from "@/components/filing/practice-sum";
import { QuotedWords } from "@/components/filing/quoted-words";
import { Page } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { finishExperienceAction, keepJobAction, removeJobAction, saveJobAction } from "@/app/[locale]/filings/actions";
import { openTask, type OpenTask, type TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { backFrom, EarlierAnswers } from "@/app/[locale]/filings/[address]/task-page";
import { officeNow, requireProfessional } from "@/lib/auth/current-actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import type { Job } from "@/lib/domain/filing/questions";
import { jobDefaults } from "@/lib/domain/filing/reading";
import { practiceBy, type PostTime } from "@/lib/domain/filing/practice";
import { monthWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf } from "@/lib/i18n/routing";
import { viewUnsent } from "@/lib/services/unsent-words";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing");
  return { title: t("task.experience.title") };
}

export default async function ExperiencePage(props: TaskPageProps) {
  const open = await openTask("experience", props);
  const jobs = jobsOf(open);
  const place = placeOf(open.asked["post"], jobs);
  return place === null ? <Posts open={open} jobs={jobs} /> : <Post open={open} jobs={jobs} at={place} />;
}

async function Posts({ open, jobs }: { open: OpenTask; jobs: readonly Job[] }) {
  const { locale, view, hidden } = open;
  const [t, now] = await Promise.all([getTranslations("filing"), officeNow()]);
  const years = view.rules.experienceYears;

  return (
    <Page width="form" back={await backFrom(open)}>
      <Heading caption={view.qualification[locale]}>{t("task.experience.title")}</Heading>
      {view.asked.map(({ number, text }) => (
        <div key={number} className="grid gap-1">
          <p className="text-note text-ink-soft">{t("form.asked", { number })}</p>
          <QuotedWords>{text}</QuotedWords>
        </div>
      ))}
      <div className="grid max-w-measure gap-2 text-ink-soft">
        <p>{t("experience.lead")}</p>
        <p>{years ? t("experience.asked", { count: years }) : t("experience.not_asked")}</p>
      </div>
      <EarlierAnswers open={open} />
      {jobs.length === 0 ? (
        <EmptyState title={t("experience.none")}>{t("experience.none_text")}</EmptyState>
      ) : (
        <ol id="jobs" className="border-t border-line">
          {jobs.map((job, at) => (
            <PostRow key={`${job.employer}${job.from}${at}`} open={open} job={job} at={at} today={officeDay(now)} />
          ))}
        </ol>
      )}
      {jobs.length > 0 && <PracticeSum posts={jobs} years={view.rules.experienceYears} today={officeDay(now)} />}
      {jobs.length > 0 && (
        <p className="max-w-measure print:hidden">
          <TextLink href={pathIn(locale, `/filings/${view.address}/confirmations`)}>{t("experience.confirm")}</TextLink>
          <span className="block text-note text-ink-soft">{t("experience.confirm_text")}</span>
        </p>
      )}
      <ClientWords>
        <ButtonRow>
          <ButtonLink
            href={pathIn(locale, `/filings/${view.address}/experience?post=new${fromPart(open)}`)}
            kind="secondary"
            icon="plus"
          >
            {t("experience.add")}
          </ButtonLink>
          <ActionButton
            action={finishExperienceAction}
            hidden={hidden}
            kind="primary"
            label={t("experience.finish")}
            errorWords={{ stale: t("form.stale") }}
          />
        </ButtonRow>
      </ClientWords>
    </Page>
  );
}

type Row = { open: OpenTask; job: Job; at: number; today: string };

async function PostRow({ open, job, at, today }: Row) {
  const { locale, view, hidden } = open;
  const [t, practice] = await Promise.all([getTranslations("filing"), getTranslations("practice")]);
  const { employer, role, share } = job;
  const from = monthWords(locale, `${job.from}-01`);
  return (
    <li className="keep-together flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0 flex-1 basis-64">
        <TextLink href={pathIn(locale, `/filings/${view.address}/experience?post=${at}${fromPart(open)}`)}>
          {t("answers.post", { role, employer })}
        </TextLink>
        <p className="text-note text-ink-soft">
          {job.to === ""
            ? t("answers.post_goes_on", { from, share })
            : t("answers.post_ended", { from, to: monthWords(locale, `${job.to}-01`), share })}
        </p>
        <p className="text-note">{practice("of_post", { count: practiceBy([job], today).months })}</p>
      </div>
      <ClientWords>
        <ActionButton
          action={removeJobAction}
          hidden={{ ...hidden, at: String(at) }}
          kind="quiet"
          label={t("experience.remove_long", { employer })}
          errorWords={{ stale: t("form.stale") }}
        />
      </ClientWords>
    </li>
  );
}

async function Post({ open, jobs, at }: { open: OpenTask; jobs: readonly Job[]; at: number | "new" }) {
  const { locale, view, hidden } = open;
  const [t, now, actor] = await Promise.all([getTranslations("filing"), officeNow(), requireProfessional()]);
  const unsent = await viewUnsent(actor, view.id, `job:${at}`);
  const job = at === "new" ? undefined : jobs[at];
  const words = { month: t("experience.month"), year: t("experience.year") };
  return (
    <Page
      width="form"
      back={{
        href: pathIn(locale, `/filings/${view.address}/experience${fromPart(open).replace("&", "?")}`),
        label: t("experience.back"),
      }}
    >
      <ClientWords namespaces={["practice"]}>
        <JobForm
          action={saveJobAction}
          defaults={unsent.words ?? (job ? jobDefaults(job) : { share: "100" })}
          hidden={{ ...hidden, at: String(at), typed: unsent.typed }}
          autosave={{ save: keepJobAction, key: `job:${view.id}:${at}` }}
          submit={t("experience.save")}
          errorWords={{ stale: t("form.stale") }}
        >
          <Heading caption={view.qualification[locale]}>
            {t(job ? "experience.change_title" : "experience.new_title")}
          </Heading>
          <TextField name="employer" label={t("experience.employer")} width={30} />
          <TextField name="role" label={t("experience.role")} hint={t("experience.role_hint")} width={30} />
          <MonthParts name="from_month" label={t("experience.from")} words={words} />
          <div className="group/until grid gap-2">
            <div className="group-has-[input[name=current]:checked]/until:hidden">
              <MonthParts name="to_month" label={t("experience.to")} words={words} />
            </div>
            <Checkbox name="current" label={t("experience.current")} />
          </div>
          <TextField
            name="share"
            label={t("experience.share")}
            hint={t("experience.share_hint")}
            inputMode="numeric"
            width={2}
            suffix="%"
          />
          <PracticeNow
            others={jobs.filter((_, place) => place !== at).map(timeOf)}
            standing={job ? timeOf(job) : null}
            years={view.rules.experienceYears}
            today={officeDay(now)}
          />
        </JobForm>
      </ClientWords>
    </Page>
  );
}

const timeOf = ({ from, to, share }: Job): PostTime => ({ from, to, share });

function jobsOf({ view }: OpenTask): readonly Job[] {
  const { jobs } = view.answers;
  return Array.isArray(jobs) ? jobs : [];
}

function placeOf(asked: string | string[] | undefined, jobs: readonly Job[]): number | "new" | null {
  if (asked === "new") return "new";
  const at = typeof asked === "string" && /^\d{1,2}$/.test(asked) ? Number(asked) : -1;
  return at >= 0 && at < jobs.length ? at : null;
}

const fromPart = ({ from }: OpenTask) => (from ? `&from=${from}` : "");
