import { useLocale, useTranslations } from "next-intl";
import { StatusTag } from "@/components/filing/status-tag";
import { TextLink } from "@/components/ui/link";
import type { FilingState } from "@/lib/domain/filing/filing";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { ReasonCode } from "./decisions";

export type EarlierLine = {
  reference: string | null;
  /** It may be opened from here. */
  isSameField?: boolean;
  state: FilingState;
  decidedOn: string | null;
  qualification: { en: string; "zh-Hant": string; "zh-Hans": string };
  reasons: readonly string[];
};

/** What somebody filed besides, and how each ended: refusals with their reasons. */
export function Earlier({ filings }: { filings: readonly EarlierLine[] }) {
  const reason = useTranslations("workflow.reason");
  const locale = useLocale();
  return (
    <ul className="grid list-none gap-3 p-0">
      {filings.map(({ reference, isSameField, state, decidedOn, qualification, reasons }) => (
        <li key={reference} className="keep-together grid gap-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {isSameField ? (
              <TextLink href={pathIn(locale, `/review/${reference ?? ""}`)}>{reference}</TextLink>
            ) : (
              <span className="tabular-nums">{reference}</span>
            )}
            <StatusTag state={state} />
            {decidedOn && <span className="text-note text-ink-soft">{dateWords(locale, decidedOn)}</span>}
          </p>
          <p className="text-note text-ink-soft">
            {qualification[locale]}
            {reasons.length > 0 && <> · {reasons.map((code) => reason(`${code as ReasonCode}.title`)).join(" · ")}</>}
          </p>
        </li>
      ))}
    </ul>
  );
}
