import { useLocale, useTranslations } from "next-intl";
import type { FilingState } from "@/lib/domain/filing/filing";
import { promiseSaid, type Promised, type Turn } from "@/lib/domain/filing/time-limits";
import { dateWords } from "@/lib/i18n/dates";

type WhoseTurnProps = {
  state: FilingState;
  held: boolean;
  turn: Turn;
  promise: Promised | null;
  /** The name of the competent authority, in the language of the page. */
  authority: string;
};

/** On whose side a filing lies, on which of how many working days, until when, and what is promised: in sentences. */
export function WhoseTurn({ state, held, turn, promise, authority }: WhoseTurnProps) {
  const t = useTranslations("filing.status");
  const locale = useLocale();
  const { dueOn, day, of, overdueBy, daysLeft } = turn;
  const promised = promiseSaid(turn, promise);
  const isProvisional = turn.isProvisional || (promised !== null && promise?.isProvisional);
  const date = dueOn === null ? "" : dateWords(locale, dueOn);
  const isLate = overdueBy > 0 && state !== "awaiting_applicant" && state !== "hearing";
  return (
    <div className="grid max-w-measure gap-1">
      {isLate && <p className="font-semibold text-red">{t("overdue", { count: overdueBy, date })}</p>}
      <p className="text-lead">
        {held ? t("turn.held") : t(`turn.${state}`, { authority, date, day: day ?? 0, of: of ?? 0 })}
      </p>
      {held && daysLeft !== null && <p>{t("promise.held", { count: Math.max(1, daysLeft) })}</p>}
      {promised && promise && <p>{t(`promise.${promised}`, { date: dateWords(locale, promise.decideBy) })}</p>}
      {isProvisional && dueOn !== null && <p className="text-note text-ink-soft">{t("provisional")}</p>}
    </div>
  );
}
