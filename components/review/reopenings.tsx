import { useLocale, useTranslations, type Messages } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { Reopening } from "@/lib/domain/filing/reopening";
import { instantWords } from "@/lib/i18n/dates";

const colours = { proposed: "gold", reopened: "jade", dropped: "grey", overtaken: "grey" } as const satisfies Record<
  Reopening["state"],
  string
>;

type ReasonCode = keyof Messages["workflow"]["reason"];

/** What was proposed about the end of a filing: by whom, why, and what became of it. */
export function Reopenings({ reopenings }: { reopenings: readonly Reopening[] }) {
  return (
    <ol className="grid list-none gap-5 p-0">
      {reopenings.map((it) => (
        <li key={it.id}>
          <OneReopening reopening={it} />
        </li>
      ))}
    </ol>
  );
}

/** One of them: who wants what, and what became of it. */
export function OneReopening({ reopening }: { reopening: Reopening }) {
  const t = useTranslations("review.reopen");
  const word = useTranslations("workflow");
  const locale = useLocale();
  const { state, fromState, reasonCode, words, proposedBy, proposedAt, decidedBy, decidedAt, voided } = reopening;
  const at = decidedAt && instantWords(locale, decidedAt);
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Tag colour={colours[state]}>{t(`state.${state}`)}</Tag>
        <span className="text-ink-soft">{t("by", { name: proposedBy, at: instantWords(locale, proposedAt) })}</span>
      </p>
      <p>
        {t("from", { state: word(`state.${fromState}`) })} ·{" "}
        <span className="font-semibold">{word(`reason.${reasonCode as ReasonCode}.title`)}</span>
      </p>
      {words && <p className="max-w-measure border-s-4 border-line ps-4 whitespace-pre-line">{words}</p>}
      {at && (
        <p className="text-note text-ink-soft">
          {decidedBy === null ? t("ended", { at }) : t("decided", { name: decidedBy, at })}
        </p>
      )}
      {voided && <p className="text-note">{t("voided", { number: voided })}</p>}
    </div>
  );
}
