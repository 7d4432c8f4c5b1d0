import { useLocale, useTranslations } from "next-intl";
import { monthsMissing, practiceBy, type PostTime } from "@/lib/domain/filing/practice";
import { monthWords } from "@/lib/i18n/dates";

type PracticeSumProps = {
  posts: readonly PostTime[];
  /** The years the entry asks for, or null. */
  years: number | null;
  today: string;
};

/** What a list of posts comes to today: overlapping ones once, part of full time as a part, and what is missing or empty. */
export function PracticeSum({ posts, years, today }: PracticeSumProps) {
  const t = useTranslations("practice");
  const locale = useLocale();
  const { months, gaps } = practiceBy(posts, today);
  const missing = monthsMissing({ experienceYears: years }, months);
  return (
    <div className="grid gap-1">
      <p className="font-semibold">{t("sum", { years: Math.floor(months / 12), months: months % 12 })}</p>
      {missing > 0 && <p className="text-gold">{t("short", { count: missing })}</p>}
      {years !== null && years > 0 && missing === 0 && <p className="text-jade">{t("enough", { count: years })}</p>}
      {gaps.map((gap) => (
        <p key={gap.from} className="text-note text-ink-soft">
          {t("gap", { from: monthWords(locale, `${gap.from}-01`), to: monthWords(locale, `${gap.to}-01`) })}
        </p>
      ))}
    </div>
  );
}
