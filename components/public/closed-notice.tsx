import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { DraftClosedReason } from "@/lib/domain/filing/opening";
import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

type ClosedNoticeProps = {
  locale: Locale;
  closed: DraftClosedReason;
  entry: { effectiveFrom: string | null; effectiveTo: string | null };
  children?: ReactNode;
};

/** Why an entry takes no filings, and what one may do instead. */
export async function ClosedNotice({ locale, closed, entry, children }: ClosedNoticeProps) {
  const t = await getTranslations("list.entry.closed");
  return (
    <div className="max-w-form">
      <Notice title={await closedTitle(locale, closed, entry)}>
        <p>{t(`${closed}.text`)}</p>
        {children && <p className="mt-2 print:hidden">{children}</p>}
      </Notice>
    </div>
  );
}

/** The same in one line. */
export async function closedTitle(
  locale: Locale,
  closed: DraftClosedReason,
  { effectiveFrom, effectiveTo }: ClosedNoticeProps["entry"],
): Promise<string> {
  const t = await getTranslations("list.entry.closed");
  if (closed !== "not_yet_open" && closed !== "no_longer_open") return t(`${closed}.title`);
  const day = closed === "not_yet_open" ? effectiveFrom : effectiveTo;
  return t(`${closed}.title`, { date: day ? dateWords(locale, day) : "" });
}
