import { useLocale, useTranslations, type Messages } from "next-intl";
import type { ReactNode } from "react";
import { useAnswerWords } from "@/components/filing/answers-summary";
import { ExternalLink, TextLink } from "@/components/ui/link";
import { Tag, type TagColour } from "@/components/ui/tag";
import { Icon, type IconName } from "@/components/ui/icon";
import { findingResults, type FindingResult, type FoundAt } from "@/lib/domain/filing/checks";
import type { Answers, Job } from "@/lib/domain/filing/questions";
import type { FormAction } from "@/lib/domain/form";
import { instantWords } from "@/lib/i18n/dates";
import { FindingForm } from "./finding-form";

export type CheckLine = {
  key: string;
  about: "answers" | "paper";
  facts: readonly { question: string; value: string | Job[] | null; isChanged: boolean }[];
  finding: {
    result: FindingResult;
    note: string;
    revision: number;
    by: string;
    at: Date;
    lookUp: FoundAt | null;
  } | null;
  opens: string | null;
};

type CheckListProps = {
  filingId: string;
  checks: readonly CheckLine[];
  mayRecord: boolean;
  record: FormAction;
  /** The address that shows a paper beside the checks. */
  paperHref: (documentId: string) => string;
  /** What stands under the facts of one check besides them. */
  beside?: Record<string, ReactNode>;
};

export type CheckKey = keyof Messages["workflow"]["check"];
type Question = keyof Messages["filing"]["question"];

const looks: Record<FindingResult, { colour: TagColour; icon?: IconName; outline?: true }> = {
  met: { colour: "jade", icon: "tick" },
  missing: { colour: "gold", icon: "question" },
  not_met: { colour: "red", icon: "cross" },
  not_applicable: { colour: "grey", outline: true },
};

/** What was found of a check, in a word with a shape. */
export function FindingTag({ result }: { result: FindingResult | null }) {
  const t = useTranslations("workflow.finding");
  const open = useTranslations("review.examination");
  return result ? <Tag {...looks[result]}>{t(result)}</Tag> : <Tag outline>{open("check.open")}</Tag>;
}

/** The place of a check on the page. */
export function checkAnchor(key: string): string {
  return `check-${key.replace(":", "-")}`;
}

/** Every check of the entry: the answers it looks at, the paper beside it, and what was found. */
export function CheckList({ filingId, checks, mayRecord, record, paperHref, beside = {} }: CheckListProps) {
  const t = useTranslations("review.examination.check");
  const check = useTranslations("workflow.check");
  const word = useTranslations("workflow");
  const locale = useLocale();
  const options = findingResults.map((value) => ({ value, label: word(`finding.${value}`) }));
  const refused = {
    not_held: word("unmet.not_held"),
    forbidden: word("party.assigned_reviewer"),
    stale: t("stale"),
    wrong_status: t("wrong_status"),
  };

  return (
    <ol className="grid list-none p-0">
      {checks.map(({ key, facts, finding, opens }, at) => {
        const name = check(`${key as CheckKey}.name`);
        return (
          <li
            key={key}
            id={checkAnchor(key)}
            className="keep-together scroll-mt-4 border-b border-line py-5 first:pt-0"
          >
            <div className="flex items-start justify-between gap-4">
              <h3 className="min-w-0 text-form font-semibold">
                <span className="me-2 text-ink-soft tabular-nums">{at + 1}</span>
                {name}
              </h3>
              <span className="flex-none pt-0.5">
                <FindingTag result={finding?.result ?? null} />
              </span>
            </div>
            {facts.length > 0 && <Facts facts={facts} />}
            {beside[key]}
            <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-note text-ink-soft">
              <span className="max-w-measure">{check(`${key as CheckKey}.rule`)}</span>
              {opens && (
                <TextLink href={paperHref(opens)} className="print:hidden">
                  <Icon name="file" size={14} className="me-1" />
                  {t("look")}
                  <span className="for-ear"> {name}</span>
                </TextLink>
              )}
            </p>
            {finding && (
              <p className="mt-2 text-note text-ink-soft">
                {t("found", { name: finding.by, at: instantWords(locale, finding.at) })}
                {finding.note && !mayRecord && <span className="mt-1 block text-body text-ink">{finding.note}</span>}
              </p>
            )}
            {finding?.lookUp && (
              <p className="mt-1 text-note wrap-anywhere text-ink-soft">
                {t(`looked_up.${finding.lookUp.way}`, { at: instantWords(locale, finding.lookUp.at) })}{" "}
                <ExternalLink href={finding.lookUp.source}>{finding.lookUp.source}</ExternalLink>
              </p>
            )}
            {mayRecord && (
              <FindingForm
                action={record}
                filingId={filingId}
                check={key}
                finding={
                  finding && {
                    result: finding.result,
                    note: finding.note,
                    revision: finding.revision,
                    source: finding.lookUp?.source ?? "",
                  }
                }
                {...(key === "home_registration" && { sourceWords: t("source") })}
                options={options}
                words={{
                  question: name,
                  note: t("note"),
                  record: t("record"),
                  recorded: t("recorded"),
                  refused,
                }}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Questions and answers, dense: a reviewer compares them with the paper beside. */
export function Facts({ facts }: { facts: CheckLine["facts"] }) {
  const question = useTranslations("filing.question");
  const common = useTranslations("common");
  const t = useTranslations("review.examination.check");
  const wordsOf = useAnswerWords();
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,2fr)_3fr]">
      {facts.map(({ question: key, value, isChanged }) => (
        <div key={key} className="contents max-sm:block">
          <dt className="text-note leading-text text-ink-soft">{question(key as Question)}</dt>
          <dd className="min-w-0 wrap-anywhere max-sm:mb-1.5">
            {value === null ? (
              <span className="text-ink-soft">{common("not_provided")}</span>
            ) : (
              wordsOf(key, value as Answers[string])
            )}
            {isChanged && <span className="ms-2 text-note font-semibold text-violet">{t("changed")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
