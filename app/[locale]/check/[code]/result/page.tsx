import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { obstacleWords } from "@/components/eligibility/obstacle-words";
import { answerWords } from "@/components/eligibility/answer-words";
import type { CheckKey } from "@/components/review/check-list";
import { closedTitle } from "@/components/public/closed-notice";
import { PrintedHead } from "@/components/public/printed-head";
import { NothingHere } from "@/components/shell/nothing-here";
import { Page, Section } from "@/components/shell/page";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { PrintButton } from "@/components/ui/print-button";
import { SummaryList } from "@/components/ui/summary-list";
import { Verdict } from "@/components/ui/verdict";
import { checkOf } from "@/app/[locale]/check/[code]/current";
import { officeNow } from "@/lib/auth/current-actor";
import { papersToHold } from "@/lib/domain/eligibility/questions";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import { localeOf, type Locale } from "@/lib/i18n/routing";
import { viewCheckResult, type CheckResult, type CheckView } from "@/lib/services/view-check";

type Props = PageProps<"/[locale]/check/[code]/result">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("eligibility.result");
  return { title: t("title"), robots: { index: false } };
}

/** What the answers come to: everything that stands in the way at once, and what is needed. Without all answers there is none. */
export default async function CheckResultPage({ params }: Props) {
  const locale = await localeOf(params);
  const { code } = await params;
  const view = await checkOf(code);
  if (!view.ok) return <NothingHere />;
  const check = view.value;
  if (check.next) redirect(pathIn(locale, `/check/${code}/${check.next}`));

  const [t, result] = await Promise.all([getTranslations("eligibility"), viewCheckResult(check)]);
  return (
    <Page back={{ href: pathIn(locale, `/check/${code}`), label: t("back_start") }}>
      <PrintedHead locale={locale} at={await officeNow()} number={code} />
      <div>
        <p className="text-lead font-semibold">{check.qualification[locale]}</p>
        <p className="text-ink-soft">{check.issuingBody[locale]}</p>
      </div>
      <Answer locale={locale} check={check} result={result} />
      <Obstacles locale={locale} check={check} result={result} />
      <Notes locale={locale} check={check} result={result} />
      <Begin locale={locale} check={check} result={result} />
      <div className="mt-4">
        <SummaryList title={t("result.answers")} items={await answerWords(locale, check)} />
      </div>
      <Bring check={check} result={result} />
      <Then locale={locale} check={check} />
      <div className="grid gap-3 print:hidden">
        <p className="text-ink-soft">{t("result.save")}</p>
        <ButtonRow>
          <PrintButton label={t("result.print")} />
          <TextLink href={pathIn(locale, "/check")}>{t("start.other")}</TextLink>
        </ButtonRow>
      </div>
    </Page>
  );
}

type Part = { locale: Locale; check: CheckView; result: CheckResult };

async function Answer({ locale, check, result: { obstacles } }: Part) {
  const t = await getTranslations("eligibility.result");
  const { closed, code, version, today } = check;
  const count = obstacles.length;
  const kind = closed ? "ended" : count > 0 ? "suspended" : "valid";
  const title = t(closed ? "closed" : count > 0 ? "cannot" : "can");
  const text = closed ? t("closed_text", { count }) : count > 0 ? t("cannot_text", { count }) : t("can_text");
  return (
    <Verdict kind={kind} title={title}>
      <p>{text}</p>
      <p className="mt-2 text-body text-ink-soft">{t("dated", { date: dateWords(locale, today), code, version })}</p>
    </Verdict>
  );
}

async function Begin({ locale, check, result }: Part) {
  if (check.closed) return null;
  const t = await getTranslations("eligibility.result");
  const carried = Object.keys(result.carried).length;
  const isFree = result.obstacles.length === 0;
  return (
    <div className="grid gap-2 print:hidden">
      <ButtonRow>
        <ButtonLink
          href={pathIn(locale, `/filings/new?entry=${check.code}`)}
          icon="arrow"
          kind={isFree ? "primary" : "secondary"}
        >
          {t(isFree ? "start" : "start_anyway")}
        </ButtonLink>
      </ButtonRow>
      {!isFree && <p className="max-w-measure text-note text-ink-soft">{t("start_anyway_text")}</p>}
      {carried > 0 && <p className="max-w-measure text-note text-ink-soft">{t("carried", { count: carried })}</p>}
    </div>
  );
}

async function Obstacles({ locale, check, result }: Part) {
  const [t, checks] = await Promise.all([getTranslations("eligibility"), getTranslations("workflow.check")]);
  const { code, version, closed } = check;
  const closedWords = await getTranslations("list.entry.closed");
  const shown = [
    ...(closed
      ? [
          {
            title: await closedTitle(locale, closed, check),
            rule: t("result.clause", { rule: t("obstacle.closed.rule"), code, version, name: closedWords("clause") }),
            cure: closedWords(`${closed}.text`),
          },
        ]
      : []),
    ...(await Promise.all(
      result.obstacles.map(async (obstacle) => ({
        ...(await obstacleWords(locale, check, obstacle)),
        rule: t("result.clause", {
          rule: checks(`${obstacle.check as CheckKey}.rule`),
          code,
          version,
          name: checks(`${obstacle.check as CheckKey}.name`),
        }),
      })),
    )),
  ];
  if (shown.length === 0) return null;
  return (
    <Section title={t("result.obstacles")}>
      <ol className="grid gap-5">
        {shown.map(({ title, rule, cure }, at) => (
          <li key={title} className="keep-together grid grid-cols-[1.75rem_1fr] gap-x-2 border-s-4 border-gold ps-4">
            <span aria-hidden="true" className="font-semibold text-ink-soft tabular-nums">
              {at + 1}
            </span>
            <div className="grid min-w-0 gap-2">
              <Heading level={3} size="s">
                {title}
              </Heading>
              <p className="wrap-anywhere">
                <span className="font-semibold">{t("result.cure")}</span>
                <span className="block">{cure}</span>
              </p>
              <p className="wrap-anywhere text-body text-ink-soft">
                <span className="font-semibold">{t("result.rule")}</span>
                <span className="block">{rule}</span>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

async function Notes({ locale, check, result }: Part) {
  const t = await getTranslations("eligibility.note");
  const isExplained =
    check.answers["record"] === "yes" && !result.obstacles.some(({ check: key }) => key === "declarations");
  const notes = [
    ...(result.endsBefore ? [t("ends_before", { date: dateWords(locale, result.endsBefore) })] : []),
    ...(isExplained ? [t("record")] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ul className="grid max-w-measure list-disc gap-1.5 ps-5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Section>
  );
}

/** The papers that the entry asks for, and which of them the answers say are there. */
async function Bring({ check, result }: { check: CheckView; result: CheckResult }) {
  const [t, words, pairs] = await Promise.all([
    getTranslations("eligibility.result"),
    getTranslations("evidence"),
    getTranslations("list.entry.papers"),
  ]);
  const { answers, rules } = check;
  const halves = result.papers.find((paper) => paper.halves.length > 0)?.halves ?? [];
  const pair = halves.length === 2 ? "both" : halves[0];
  const asked = new Set(papersToHold(rules));
  const held = new Set(answers["papers"]);
  return (
    <Section title={t("bring")}>
      <p className="max-w-measure">{t("bring_lead", { count: result.papers.length })}</p>
      <ul className="grid gap-3">
        {result.papers.map(({ key, isRequired }) => {
          const state = !isRequired ? "optional" : !asked.has(key) ? null : held.has(key) ? "have" : "get";
          return (
            <li key={key} className="keep-together grid grid-cols-[1.75rem_1fr] gap-x-2">
              <Icon name={state === "have" ? "tick" : "file"} size={20} className="mt-1 text-ink-soft" />
              <div className="min-w-0">
                <p className="font-semibold">
                  {words(`${key}.name`)}
                  {state && <span className="font-normal text-ink-soft"> ({t(state)})</span>}
                </p>
                <p className="max-w-measure text-body text-ink-soft">{words(`${key}.exactly`)}</p>
              </div>
            </li>
          );
        })}
      </ul>
      {pair && <p className="max-w-measure">{pairs(pair)}</p>}
    </Section>
  );
}

async function Then({ locale, check }: { locale: Locale; check: CheckView }) {
  const [t, routes] = await Promise.all([getTranslations("eligibility.result"), getTranslations("fields.route")]);
  const { name, acceptanceDays: acceptance, decisionDays: decision } = check.authority;
  return (
    <div className="mt-4">
      <SummaryList
        title={t("then")}
        items={[
          { term: t("route"), detail: routes(`${check.route}.means`) },
          { term: t("authority"), detail: name[locale] },
          { term: t("time"), detail: t("time_text", { acceptance, decision }) },
          { term: t("fee"), detail: t("fee_text") },
        ]}
      />
    </div>
  );
}
