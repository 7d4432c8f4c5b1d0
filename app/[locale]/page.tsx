import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { PeopleFigure, PeopleNumbers } from "@/components/public/people-progress";
import { progressSentences } from "@/components/public/progress-words";
import { Page, Section } from "@/components/shell/page";
import { Button, ButtonLink } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { SearchBox } from "@/components/ui/search";
import { officeNow } from "@/lib/auth/current-actor";
import { numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewEntryTimes } from "@/lib/services/entry-times";
import { countFields } from "@/lib/services/list-entries";
import { viewTargetProgress } from "@/lib/services/view-progress";

export async function generateMetadata({ params }: PageProps<"/[locale]">): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("public.start");
  return { title: t("tab"), description: t("description") };
}

/** What filing gives, where the count stands, and how to check a certificate. */
export default async function StartPage({ params }: PageProps<"/[locale]">) {
  const locale = await localeOf(params);
  const now = await officeNow();
  const [progress, fields, times] = await Promise.all([viewTargetProgress(now), countFields(), viewEntryTimes()]);

  return (
    <>
      <Alternates path="/" />
      <Hero locale={locale} />
      <Find locale={locale} />
      <Page width="wide">
        <div className="grid gap-12 text-form">
          <Gives />
          <HowItGoes />
          {times.length > 0 && <HowLong locale={locale} times={times} />}
          {progress && <Progress locale={locale} progress={progress} />}
          <Fields locale={locale} fields={fields} />
        </div>
      </Page>
    </>
  );
}

/** What this is and the one way in; beside it, the way in for whoever was shown a certificate. */
async function Hero({ locale }: { locale: Locale }) {
  const t = await getTranslations("public.start");
  return (
    <div className="relative overflow-hidden bg-header text-on-header print:bg-transparent print:text-ink">
      <Bridge />
      <div className="relative mx-auto grid max-w-page items-start gap-x-12 gap-y-8 px-4 pt-8 pb-16 text-form sm:px-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:pt-12 lg:pb-28">
        <div className="grid gap-6">
          <Heading>{t("title")}</Heading>
          <p className="max-w-measure text-lead">{t("lead")}</p>
          <div className="grid gap-3">
            <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
              <ButtonLink href={pathIn(locale, "/list")} kind="inverse" icon="arrow">
                {t("begin")}
              </ButtonLink>
              <Link
                href={pathIn(locale, "/filings")}
                prefetch={false}
                className="inline-flex min-h-11 items-center underline underline-offset-4 hover:no-underline"
              >
                {t("continue")}
              </Link>
            </div>
            <p className="text-note">{t("time")}</p>
          </div>
        </div>
        <CheckBox locale={locale} />
      </div>
    </div>
  );
}

// The bridge of the mark, drawn large: where the cable hangs at each post.
const posts = Array.from({ length: 21 }, (_, at) => {
  const along = at / 20;
  return { x: 420 + 440 * along, y: Math.round(24 + 176 * 2 * along * (1 - along)) };
});

/** Two shores and what joins them, along the foot of the page's head. */
function Bridge() {
  return (
    <svg
      viewBox="0 0 1280 130"
      preserveAspectRatio="xMidYMax slice"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      aria-hidden="true"
      focusable="false"
      className="absolute inset-x-0 bottom-0 h-16 w-full opacity-20 lg:h-28 print:hidden"
    >
      <path
        d="M0 122H1280M420 16V130M860 16V130M0 122Q260 112 420 24Q640 200 860 24Q1020 112 1280 122"
        strokeWidth={3}
      />
      <path d={posts.map(({ x, y }) => `M${x} ${y}V122`).join("")} />
    </svg>
  );
}

/** The first question of whoever comes, before any account. */
async function Find({ locale }: { locale: Locale }) {
  const [t, check] = await Promise.all([getTranslations("public.start.find"), getTranslations("eligibility.link")]);
  return (
    <section className="border-b border-line bg-mist text-form print:hidden">
      <div className="mx-auto grid max-w-page gap-3 px-4 py-8 sm:px-6">
        <Heading level={2}>{t("title")}</Heading>
        <SearchBox action={pathIn(locale, "/list")} label={t("label")} hint={t("hint")} button={t("button")} />
        <p className="mt-2">
          <TextLink href={pathIn(locale, "/check")}>
            <span className="font-semibold">{check("title")}</span>
          </TextLink>{" "}
          {check("text")}
        </p>
      </div>
    </section>
  );
}

async function CheckBox({ locale }: { locale: Locale }) {
  const [t, check] = await Promise.all([getTranslations("public.start.verify"), getTranslations("register.check")]);
  return (
    <div className="keep-together rounded bg-card p-5 text-ink print:hidden">
      <Heading level={2} size="s">
        {t("title")}
      </Heading>
      <form action={pathIn(locale, "/verify")} method="get" className="mt-3 grid gap-3">
        <Input name="code" label={check("label")} hint={t("hint")} />
        <div>
          <Button kind="secondary">{check("button")}</Button>
        </div>
      </form>
      <p className="mt-3 text-note text-ink-soft">{t("scan")}</p>
    </div>
  );
}

const gifts = ["right", "certificate", "register"] as const;

async function Gives() {
  const t = await getTranslations("public.start.gives");
  return (
    <Section title={t("title")}>
      <ul className="grid gap-x-8 gap-y-4 lg:grid-cols-3">
        {gifts.map((gift) => (
          <li key={gift} className="flex gap-3">
            <Icon name="tick" size={24} className="mt-0.5 flex-none text-jade" />
            <span>{t(gift)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function Progress({
  locale,
  progress,
}: {
  locale: Locale;
  progress: NonNullable<Awaited<ReturnType<typeof viewTargetProgress>>>;
}) {
  const t = await getTranslations("progress");
  const title = t("people.title", {
    baseline: numberWords(locale, progress.baseline.value),
    target: numberWords(locale, progress.target.value),
  });
  return (
    <Section title={title} actions={<TextLink href={pathIn(locale, "/progress")}>{t("more")}</TextLink>}>
      <p className="max-w-measure">{progressSentences(t, locale, progress).join(locale === "en" ? " " : "")}</p>
      <PeopleNumbers locale={locale} progress={progress} />
      <PeopleFigure locale={locale} progress={progress} />
    </Section>
  );
}

const steps = ["choose", "answer", "submit", "decision"] as const;

async function HowItGoes() {
  const t = await getTranslations("public.start.how");
  return (
    <Section title={t("title")}>
      <ol className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map((step, at) => (
          <li key={step} className="keep-together grid grid-cols-[auto_1fr] gap-x-3 border-t-2 border-brand pt-3">
            <span aria-hidden="true" className="text-h3 leading-tight font-semibold text-brand tabular-nums">
              {at + 1}
            </span>
            <div>
              <p className="font-semibold">{t(step)}</p>
              <p className="text-body text-ink-soft">{t(`${step}_text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What filing really took of late, beside what is promised. */
async function HowLong({ locale, times }: { locale: Locale; times: Awaited<ReturnType<typeof viewEntryTimes>> }) {
  const t = await getTranslations("public.start.times");
  return (
    <Section title={t("title")}>
      <p className="max-w-measure">{t("lead")}</p>
      <Table
        caption={t("title")}
        captionHidden
        columns={[
          {
            key: "entry",
            head: t("entry"),
            rowHeader: true,
            cell: ({ code, qualification }) => (
              <TextLink href={pathIn(locale, `/list/${code}`)}>{qualification[locale]}</TextLink>
            ),
          },
          { key: "count", head: t("count"), numeric: true, cell: ({ count }) => numberWords(locale, count) },
          { key: "median", head: t("median"), numeric: true, cell: ({ median }) => t("days", { days: median }) },
          { key: "most", head: t("most"), numeric: true, cell: ({ most }) => t("days", { days: most }) },
        ]}
        rows={times}
        rowKey={({ code }) => code}
      />
    </Section>
  );
}

async function Fields({ locale, fields }: { locale: Locale; fields: Awaited<ReturnType<typeof countFields>> }) {
  const [t, words] = await Promise.all([getTranslations("public.start.fields"), getTranslations("fields.field")]);
  return (
    <Section title={t("title")} actions={<TextLink href={pathIn(locale, "/list")}>{t("all")}</TextLink>}>
      <ul className="grid grid-cols-1 gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
        {fields.map(({ field, entries }) => (
          <li key={field} className="flex items-baseline justify-between gap-4 border-b border-line py-2">
            <TextLink href={pathIn(locale, `/list?field=${field}`)}>{words(field)}</TextLink>
            <span className="text-ink-soft tabular-nums">{numberWords(locale, entries)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
