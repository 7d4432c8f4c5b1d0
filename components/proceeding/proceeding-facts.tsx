import { useLocale, useTranslations } from "next-intl";
import { SummaryList, type SummaryItem } from "@/components/ui/summary-list";
import { Tag, type TagColour } from "@/components/ui/tag";
import type { ProceedingState } from "@/lib/domain/registration/proceeding";
import type { ProceedingReason } from "@/lib/domain/registration/proceeding-reasons";
import { dateWords, instantWords } from "@/lib/i18n/dates";
import type { ProceedingView } from "@/lib/domain/registration/proceeding-views";

const colours: Record<ProceedingState, TagColour> = {
  proposed: "grey",
  hearing: "gold",
  second_check: "brand",
  decided: "jade",
  dropped: "grey",
};

/** How far a proceeding has come, as a tag. */
export function ProceedingTag({ state }: { state: ProceedingState }) {
  const t = useTranslations("proceeding.state");
  return <Tag colour={colours[state]}>{t(state)}</Tag>;
}

/** What is proposed about a registration and why, what its holder answered, and what came of it. */
export function ProceedingFacts({ proceeding }: { proceeding: ProceedingView }) {
  const t = useTranslations("proceeding.facts");
  const kind = useTranslations("proceeding.kind");
  const reason = useTranslations("proceeding.reason");
  const locale = useLocale();
  const { effectiveOn, untilOn, hearingUntil, answeredAt, decidedAt, holdsFrom, state } = proceeding;
  const words = (said: string | null) =>
    said === null ? (
      <span className="text-ink-soft">{t("erased")}</span>
    ) : (
      <span className="whitespace-pre-line">{said}</span>
    );
  const acted = (name: string | null, at: Date) =>
    name === null ? instantWords(locale, at) : t("by", { name, at: instantWords(locale, at) });
  const isHeard = hearingUntil !== null && state !== "hearing";
  const items: SummaryItem[] = [
    { term: t("kind"), detail: kind(proceeding.kind) },
    { term: t("reason"), detail: reason(proceeding.reasonCode as ProceedingReason) },
    { term: t("words"), detail: words(proceeding.words) },
    { term: t("effective"), detail: dateWords(locale, effectiveOn) },
    ...(proceeding.kind === "suspension"
      ? [{ term: t("until"), detail: untilOn === null ? t("until_lifted") : dateWords(locale, untilOn) }]
      : []),
    ...(proceeding.fromTheStart ? [{ term: t("void"), detail: t("void_yes") }] : []),
    ...(hearingUntil === null ? [] : [{ term: t("hearing_until"), detail: dateWords(locale, hearingUntil) }]),
    { term: t("proposed"), detail: acted(proceeding.proposedBy, proceeding.proposedAt) },
    ...(isHeard
      ? [{ term: t("statement"), detail: answeredAt ? words(proceeding.statement) : t("no_statement") }]
      : []),
    ...(decidedAt
      ? [{ term: state === "decided" ? t("decided") : t("dropped"), detail: acted(proceeding.decidedBy, decidedAt) }]
      : []),
    ...(holdsFrom ? [{ term: t("holds_from"), detail: dateWords(locale, holdsFrom) }] : []),
    ...(proceeding.note === null ? [] : [{ term: t("note"), detail: words(proceeding.note) }]),
  ];
  return <SummaryList items={items} />;
}
