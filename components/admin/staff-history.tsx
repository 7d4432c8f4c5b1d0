import { getTranslations } from "next-intl/server";
import { Timeline } from "@/components/ui/timeline";
import type { ActOnStaff } from "@/lib/domain/account/staff";
import type { Grant } from "@/lib/domain/actor";
import { instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { rightWords } from "./right-words";

type HistoryLine = { key: string; action: ActOnStaff; rights: readonly Grant[]; by: string | null; at: Date };

/** What was done to somebody's account and rights, by whom and when. */
export async function StaffHistory({ locale, lines }: { locale: Locale; lines: readonly HistoryLine[] }) {
  const [t, wordsOf] = await Promise.all([getTranslations("people.history"), rightWords(locale)]);
  if (lines.length === 0) return <p className="text-ink-soft">{t("none")}</p>;
  return (
    <Timeline
      label={t("label")}
      events={lines.map(({ key, action, rights, by, at }) => {
        const named = [...new Set(rights.map(({ capability }) => capability))].map((capability) =>
          wordsOf(
            capability,
            rights.filter((right) => right.capability === capability).map(({ field }) => field),
          ),
        );
        return {
          key,
          title: t(`act.${action}`),
          when: { words: instantWords(locale, at), iso: at.toISOString() },
          ...(by !== null && { who: t("by", { name: by }) }),
          ...(named.length > 0 && {
            detail: (
              <ul>
                {named.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            ),
          }),
        };
      })}
    />
  );
}
