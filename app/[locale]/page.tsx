import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alternates } from "@/components/public/alternates";
import { PeopleFigure, PeopleNumbers } from "@/components/public/people-progress";
import { progressSentences } from "@/components/public/progress-words";
import { Columns, Page, Section } from "@/components/shell/page";
import { Button, ButtonLink, ButtonRow } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Heading, Lead } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Card } from "@/components/ui/panel";
import { SearchBox } from "@/components/ui/search";
import { officeNow } from "@/lib/auth/current-actor";
import { numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
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
  const [t, progress, fields] = await Promise.all([
    getTranslations("public.start"),
    viewTargetProgress(now),
    countFields(),
  ]);

  return (
    <Page width="wide">
      <Alternates path="/" />
      <div className="grid gap-10 text-form">
        <Columns aside={<CheckBox locale={locale} />}>
          <Heading>{t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
          <div className="grid gap-3">
            <ButtonRow>
              <ButtonLink href={pathIn(locale, "/filings/new")} icon="arrow">
                {t("begin")}
              </ButtonLink>
              <TextLink href={pathIn(locale, "/filings")}>{t("continue")}</TextLink>
            </ButtonRow>
            <p className="text-note text-ink-soft">{t("time")}</p>
          </div>
          <Gives />
        </Columns>

        <section className="rounded bg-mist p-5 sm:p-6 print:hidden">
          <Heading level={2}>{t("find.title")}</Heading>
          <div className="mt-3">
            <SearchBox
              action={pathIn(locale, "/list")}
              label={t("find.label")}
              hint={t("find.hint")}
              button={t("find.button")}
            />
          </div>
        </section>

        {progress && <Progress locale={locale} progress={progress} />}
        <HowItGoes />
        <Fields locale={locale} fields={fields} />
      </div>
    </Page>
  );
}

async function CheckBox({ locale }: { locale: Locale }) {
  const [t, check] = await Promise.all([getTranslations("public.start.verify"), getTranslations("register.check")]);
  return (
    <Card>
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
    </Card>
  );
}

async function Gives() {
  const t = await getTranslations("public.start.gives");
  return (
    <Section title={t("title")}>
      <ul className="grid max-w-measure list-disc gap-1.5 ps-5">
        <li>{t("right")}</li>
        <li>{t("certificate")}</li>
        <li>{t("register")}</li>
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
