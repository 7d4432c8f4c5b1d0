import { useLocale, useTranslations, type Messages } from "next-intl";
import { Section } from "@/components/shell/page";
import type { IconName } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Tag, type TagColour } from "@/components/ui/tag";
import { partAnchor } from "@/lib/domain/document/papers";
import { isHarmless, isLapse, type CheckResult, type Outcome, type Remark } from "@/lib/domain/filing/self-test";
import { dateWords, monthWords } from "@/lib/i18n/dates";

type SelfTestProps = {
  results: readonly CheckResult[];
  /** The day for which it was run. */
  today: string;
  /** The address of a field on the page of its task, or null where it may not be changed. */
  changeHref: (page: string, anchor: string) => string | null;
};

const looks: Record<Outcome, { colour: TagColour; icon?: IconName; outline?: true }> = {
  holds: { colour: "jade", icon: "tick" },
  looked_at: { colour: "gold", icon: "question" },
  lapsed: { colour: "red", icon: "cross" },
  incomplete: { colour: "grey", outline: true },
};

/** What the reviewer will check, run beforehand: each check with its rule, what it comes to, and where to mend it. */
export function SelfTest({ results, today, changeHref }: SelfTestProps) {
  const t = useTranslations("filing.self_test");
  const check = useTranslations("workflow.check");
  const common = useTranslations("common");
  const locale = useLocale();
  return (
    <Section title={t("title")}>
      <p className="max-w-measure text-ink-soft">{t("lead", { date: dateWords(locale, today) })}</p>
      <ol className="border-t border-line">
        {results.map(({ check: key, outcome, remarks }) => (
          <li key={key} className="keep-together grid gap-1 border-b border-line py-3">
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
              <h3 className="min-w-0 font-semibold">{check(`${key as keyof Messages["workflow"]["check"]}.name`)}</h3>
              <Tag {...looks[outcome]}>{t(`outcome.${outcome}`)}</Tag>
            </div>
            <p className="max-w-measure text-note text-ink-soft">
              {check(`${key as keyof Messages["workflow"]["check"]}.rule`)}
            </p>
            {remarks.map((remark) => {
              const { page, anchor } = remarkPlace(key, remark);
              const href = isHarmless(remark) ? null : changeHref(page, anchor);
              return (
                <p key={keyOf(remark)} className="flex max-w-measure flex-wrap gap-x-3">
                  <RemarkWords remark={remark} />
                  {href && (
                    <TextLink href={href} className="print:hidden">
                      {common("change")}
                      <span className="for-ear"> {check(`${key as keyof Messages["workflow"]["check"]}.name`)}</span>
                    </TextLink>
                  )}
                </p>
              );
            })}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** One remark, in a sentence that serves the professional and the reviewer alike. */
export function RemarkWords({ remark }: { remark: Remark }) {
  const t = useTranslations("filing.self_test.remark");
  const locale = useLocale();
  return <span className={isLapse(remark) ? "font-semibold" : undefined}>{words()}</span>;

  function words(): string {
    switch (remark.is) {
      case "ended":
      case "ends_soon":
        return t(`${remark.is}.${remark.question}`, { date: dateWords(locale, remark.on) });
      case "verified_before":
        return t("verified_before", { date: dateWords(locale, remark.on) });
      case "cover_not_begun":
        return t("cover_not_begun", { date: dateWords(locale, remark.on) });
      case "not_covered":
        return t("not_covered");
      case "not_begun":
        return t("not_begun", { date: dateWords(locale, remark.on) });
      case "months_short":
        return t("months_short", { ...remark, missing: remark.needed - remark.months });
      case "months_enough":
        return t("months_enough", remark);
      case "gap":
        return t("gap", { from: monthWords(locale, `${remark.from}-01`), to: monthWords(locale, `${remark.to}-01`) });
      case "number_doubtful":
        return t(`number_doubtful.${remark.question}`);
      case "declared":
        return t(`declared.${remark.question}`);
      case "chinese_missing":
        return t(`chinese_missing.${remark.rule === "asked" ? "asked" : "foreign"}`);
      case "hard_to_read":
        return t(`hard_to_read.${remark.sign}`);
      case "name_differs":
      case "former_name":
      case "file_missing":
        return t(remark.is);
    }
  }
}

/** What the facts say by themselves of one check. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  return (
    <ul className="mt-2 grid list-none gap-1 p-0">
      {remarks.map((remark) => (
        <li key={keyOf(remark)}>
          <RemarkWords remark={remark} />
        </li>
      ))}
    </ul>
  );
}

/** Where on its page the field of a remark stands. */
export function remarkPlace(check: string, remark: Remark): { page: string; anchor: string } {
  if ("paper" in remark) return { page: "documents", anchor: partAnchor(remark.paper, remark.half) };
  return { page: check, anchor: remark.question };
}

function keyOf(remark: Remark): string {
  if ("from" in remark) return remark.from;
  if (remark.is === "hard_to_read") return `${remark.half}-${remark.sign}`;
  return `${remark.is}${"question" in remark ? remark.question : ""}`;
}
