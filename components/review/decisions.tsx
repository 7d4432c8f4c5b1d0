import { diffChars, diffWordsWithSpace, type Change } from "diff";
import { useLocale, useTranslations, type Messages } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { instantWords } from "@/lib/i18n/dates";
import { locales, type Locale } from "@/lib/i18n/locales";

type InThree = Record<Locale, string>;
export type DecisionLine = {
  id: string;
  stage: "proposal" | "confirmation" | "returned" | "formal" | "declined";
  outcome: "approve" | "refuse";
  reasonCodes: readonly string[];
  note: string | null;
  scope: InThree | null;
  by: string;
  at: Date;
};

export type ReasonCode = keyof Messages["workflow"]["reason"];

/** Reasons as the decision gives them: what, by which rule, and what cures it. */
export function Reasons({ codes, note }: { codes: readonly string[]; note: string | null }) {
  const t = useTranslations("workflow.reason");
  return (
    <div className="grid gap-3">
      <ul className="grid list-none gap-3 p-0">
        {codes.map((code) => (
          <li key={code} className="max-w-measure">
            <p className="font-semibold">{t(`${code as ReasonCode}.title`)}</p>
            <p className="text-ink-soft">{t(`${code as ReasonCode}.rule`)}</p>
          </li>
        ))}
      </ul>
      {note && <p className="max-w-measure border-s-4 border-line ps-4 whitespace-pre-line">{note}</p>}
    </div>
  );
}

/** Every proposal and decision, newest first, by whom and why. */
export function Decisions({ decisions }: { decisions: readonly DecisionLine[] }) {
  const t = useTranslations("review.decision");
  const word = useTranslations("workflow.outcome");
  const locale = useLocale();
  return (
    <ol className="grid list-none gap-5 p-0">
      {[...decisions].reverse().map(({ id, stage, outcome, reasonCodes, note, by, at }) => (
        <li key={id} className="keep-together grid gap-2 border-b border-line pb-5 last:border-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{t(`stage.${stage}`)}</span>
            {stage !== "declined" && (
              <Tag colour={outcome === "approve" ? "jade" : "red"} outline>
                {word(outcome)}
              </Tag>
            )}
            <span className="text-note text-ink-soft">{t("by", { name: by, at: instantWords(locale, at) })}</span>
          </p>
          <Reasons codes={reasonCodes} note={note} />
        </li>
      ))}
    </ol>
  );
}

/** A scope in its three languages; where it departs from the entry's, what was taken out and put in. */
export function ScopeChange({ from, to }: { from: InThree; to: InThree }) {
  const t = useTranslations("review.decision");
  const language = useTranslations("review.language");
  const isChanged = locales.some((locale) => from[locale].trim() !== to[locale].trim());
  return (
    <div className="grid gap-3">
      <p>
        <Tag colour={isChanged ? "gold" : "grey"} outline={!isChanged}>
          {t(isChanged ? "scope_changed" : "scope_as_entry")}
        </Tag>
      </p>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
        {locales.map((locale) => (
          <div key={locale} className="contents max-sm:block">
            <dt className="text-note leading-text text-ink-soft">{language(locale)}</dt>
            <dd lang={locale} className="max-w-measure max-sm:mb-2">
              <Difference locale={locale} from={from[locale].trim()} to={to[locale].trim()} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Difference({ locale, from, to }: { locale: Locale; from: string; to: string }) {
  const t = useTranslations("review.decision");
  if (from === to) return <>{to}</>;
  const changes: Change[] = locale === "en" ? diffWordsWithSpace(from, to) : diffChars(from, to);
  return (
    <>
      {changes.map(({ added, removed, value }, at) => {
        if (added)
          return (
            <ins key={at} className="bg-jade-tint text-jade">
              <span className="for-ear">{t("put_in")} </span>
              {value}
            </ins>
          );
        if (removed)
          return (
            <del key={at} className="bg-red-tint text-red">
              <span className="for-ear">{t("taken_out")} </span>
              {value}
            </del>
          );
        return <span key={at}>{value}</span>;
      })}
    </>
  );
}
