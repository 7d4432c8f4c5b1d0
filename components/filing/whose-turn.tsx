import { useLocale, useTranslations } from "next-intl";
import type { FilingState } from "@/lib/domain/filing/filing";
import { dateWords } from "@/lib/i18n/dates";

type WhoseTurnProps = {
  state: FilingState;
  held: boolean;
  turn: { dueOn: string | null; isProvisional: boolean; day: number | null; of: number | null; overdueBy: number };
  /** The name of the competent authority, in the language of the page. */
  authority: string;
};

/** On whose side a filing lies, on which of how many working days, and until when: one sentence. */
export function WhoseTurn({ state, held, turn, authority }: WhoseTurnProps) {
  const t = useTranslations("filing.status");
  const locale = useLocale();
  const { dueOn, day, of, isProvisional, overdueBy } = turn;
  const date = dueOn === null ? "" : dateWords(locale, dueOn);
  const isLate = overdueBy > 0 && state !== "awaiting_applicant" && state !== "hearing";
  return (
    <div className="grid max-w-measure gap-1">
      {isLate && <p className="font-semibold text-red">{t("overdue", { count: overdueBy, date })}</p>}
      <p className="text-lead">
        {held ? t("turn.held") : t(`turn.${state}`, { authority, date, day: day ?? 0, of: of ?? 0 })}
      </p>
      {isProvisional && dueOn !== null && <p className="text-note text-ink-soft">{t("provisional")}</p>}
    </div>
  );
}
