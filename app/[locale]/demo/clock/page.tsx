import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MoveClockForm } from "@/components/demo/move-clock-form";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Page, Section } from "@/components/shell/page";
import { ButtonRow } from "@/components/ui/button";
import { Heading, Lead } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Stat, StatRow } from "@/components/ui/stat";
import { officeNow } from "@/lib/auth/current-actor";
import { isDemonstration } from "@/lib/auth/demonstration";
import { clockReportSchema } from "@/lib/domain/demonstration/schema";
import { dateWords, instantDateWords, timeWords } from "@/lib/i18n/dates";
import { localeOf } from "@/lib/i18n/routing";
import { moveByDaysAction, moveToDayAction } from "./actions";

type ClockPageProps = PageProps<"/[locale]/demo/clock">;

export async function generateMetadata({ params }: ClockPageProps): Promise<Metadata> {
  await localeOf(params);
  if (!isDemonstration()) notFound();
  const t = await getTranslations("demo.clock");
  return { title: t("title") };
}

const steps = [
  "deem_accepted",
  "close_no_response",
  "decide_on_file",
  "end_hearing",
  "end_notice",
  "reminded",
  "settled",
  "proceedings",
] as const;

export default async function ClockPage({ params, searchParams }: ClockPageProps) {
  const locale = await localeOf(params);
  if (!isDemonstration()) notFound();
  const [t, now, asked] = await Promise.all([getTranslations("demo.clock"), officeNow(), searchParams]);
  const report = clockReportSchema.safeParse(asked);
  const taken = report.success ? steps.filter((step) => report.data[step] > 0) : [];

  return (
    <Page
      width="form"
      notice={
        report.success && (
          <Notice tone="good" title={t("moved", { day: dateWords(locale, report.data.moved) })}>
            {taken.length === 0 ? (
              t("nothing")
            ) : (
              <ul>
                {taken.map((step) => (
                  <li key={step}>{t(step, { count: report.data[step] })}</li>
                ))}
              </ul>
            )}
          </Notice>
        )
      }
    >
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      <StatRow>
        <Stat label={t("now")} value={instantDateWords(locale, now)} note={t("wall", { at: timeWords(locale, now) })} />
      </StatRow>
      <ClientWords>
        <ButtonRow>
          <ActionButton action={moveByDaysAction} hidden={{ workingDays: "1" }} label={t("one_day")} kind="primary" />
          <ActionButton action={moveByDaysAction} hidden={{ workingDays: "5" }} label={t("five_days")} />
        </ButtonRow>
        <Section title={t("to_title")}>
          <MoveClockForm
            action={moveToDayAction}
            labels={{ to: t("to"), hint: t("to_hint") }}
            submit={t("to_submit")}
            submitKind="secondary"
          />
        </Section>
      </ClientWords>
    </Page>
  );
}
