import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MonthEndTable } from "@/components/admin/month-end-table";
import { PastNumbersTables } from "@/components/admin/past-numbers";
import { ActionButton } from "@/components/form/action-button";
import { ClientWords } from "@/components/form/client-words";
import { Page, Section } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty";
import { Input } from "@/components/ui/field";
import { Heading, Lead } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Stat, StatRow } from "@/components/ui/stat";
import { officeNow, requireStaff } from "@/lib/auth/current-actor";
import { dateWords, instantWords, monthWords, numberWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewPastDay, type PastDay } from "@/lib/services/past-days";
import { signOffMonthAction } from "./actions";

type PastProps = PageProps<"/[locale]/admin/past">;
type Shown = NonNullable<PastDay["shown"]>;

export async function generateMetadata({ params }: PastProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("admin.past");
  return { title: t("title") };
}

/** What the office's numbers were when a day ended, and the months that were signed off. */
export default async function PastDayPage({ params, searchParams }: PastProps) {
  const [locale, actor, asked, now] = await Promise.all([
    localeOf(params),
    requireStaff("view_statistics"),
    searchParams,
    officeNow(),
  ]);
  const view = await viewPastDay(actor, readDay(asked["on"]), now);
  if (!view.ok) notFound();

  const { days, shown, monthEnds } = view.value;
  const [t, common, rows] = await Promise.all([
    getTranslations("admin.past"),
    getTranslations("common"),
    getTranslations("admin.rows"),
  ]);
  return (
    <Page width="wide" back={{ href: pathIn(locale, "/admin"), label: rows("back") }}>
      <div className="grid gap-3">
        <Heading>{t("title")}</Heading>
        <Lead>{t("lead")}</Lead>
      </div>
      {days ? (
        <form method="get" className="flex flex-wrap items-end gap-4 print:hidden">
          <Input
            label={t("day")}
            hint={t("day_hint", { first: dateWords(locale, days.first), last: dateWords(locale, days.last) })}
            name="on"
            type="date"
            width={10}
            defaultValue={shown?.numbers.on ?? days.last}
          />
          <Button kind="secondary">{common("show")}</Button>
        </form>
      ) : (
        <EmptyState title={t("nothing_yet")} />
      )}
      {days && !shown && (asked["on"] ? <Notice tone="turn" title={t("not_kept")} /> : <p>{t("choose")}</p>)}
      {shown && <Numbers locale={locale} shown={shown} />}
      {monthEnds.length > 0 && (
        <Section title={t("months.title")}>
          <MonthEndTable locale={locale} monthEnds={monthEnds} />
        </Section>
      )}
    </Page>
  );
}

async function Numbers({ locale, shown }: { locale: Locale; shown: Shown }) {
  const t = await getTranslations("admin.past");
  const { numbers, monthEnd } = shown;
  return (
    <Section title={t("at_end_of", { date: dateWords(locale, numbers.on) })}>
      <StatRow>
        <Stat label={t("registered")} value={numberWords(locale, numbers.registered)} />
        <Stat label={t("valid")} value={numberWords(locale, numbers.validThen)} />
      </StatRow>
      <PastNumbersTables locale={locale} filings={numbers.filings} />
      {monthEnd && <SignOff locale={locale} monthEnd={monthEnd} hash={shown.hash} />}
    </Section>
  );
}

async function SignOff({
  locale,
  monthEnd: { month, signed, signedOtherwise },
  hash,
}: {
  locale: Locale;
  monthEnd: NonNullable<Shown["monthEnd"]>;
  hash: string;
}) {
  const t = await getTranslations("admin.past.sign");
  const monthIn = monthWords(locale, `${month}-01`);
  if (!signed) {
    return (
      <ClientWords>
        <div className="grid max-w-measure justify-items-start gap-3">
          <p>{t("lead", { month: monthIn })}</p>
          <ActionButton
            action={signOffMonthAction}
            hidden={{ month, hash }}
            label={t("button", { month: monthIn })}
            errorWords={{ stale: t("stale") }}
          />
        </div>
      </ClientWords>
    );
  }
  const about = { month: monthIn, by: signed.by, at: instantWords(locale, signed.signedAt) };
  return (
    <Notice
      tone={signedOtherwise ? "bad" : "good"}
      headingLevel={3}
      title={t(signedOtherwise ? "differs" : "same", about)}
    >
      <p>
        {signedOtherwise
          ? t("differs_text", {
              registered: numberWords(locale, signedOtherwise.registered),
              valid: numberWords(locale, signedOtherwise.validThen),
              filings: numberWords(
                locale,
                signedOtherwise.filings.reduce((sum, { count }) => sum + count, 0),
              ),
            })
          : t("same_text")}
      </p>
      <p className="mt-1 text-note wrap-anywhere text-ink-soft">SHA-256 {signed.hash}</p>
    </Notice>
  );
}

function readDay(asked: string | string[] | undefined): string | null {
  return typeof asked === "string" && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked))
    ? asked
    : null;
}
