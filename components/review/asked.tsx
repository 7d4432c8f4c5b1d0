import { useLocale, useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { dateWords, instantWords } from "@/lib/i18n/dates";
import type { CheckKey } from "./check-list";

export type AskedLine = {
  round: number;
  state: "sent" | "answered" | "accepted" | "asked_again" | "expired" | "cancelled";
  outcome: "close_no_response" | "decide_on_file";
  sentAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  extraDays: number;
  items: readonly { number: number; subject: string; text: string; answer: string | null }[];
};

type AskedProps = {
  requests: readonly AskedLine[];
  /** That a supervisor allowed to ask once more, and why; no reason where its words were erased. */
  extraRound: { at: Date; by: string; reason: string | null } | null;
  lang: Locale;
};

/** What was asked of the professional, item by item, with their words. */
export function Asked({ requests, extraRound, lang }: AskedProps) {
  const t = useTranslations("review.asked");
  const word = useTranslations("workflow");
  const locale = useLocale();
  return (
    <ol className="grid list-none gap-6 p-0">
      {extraRound && (
        <li className="grid max-w-measure gap-1">
          <p className="font-semibold">
            {t("extra_round", { at: instantWords(locale, extraRound.at), name: extraRound.by })}
          </p>
          <p className="whitespace-pre-line">{extraRound.reason ?? t("extra_round_erased")}</p>
        </li>
      )}
      {requests.map(({ round, state, outcome, sentAt, dueOn, answeredAt, extraDays, items }) => (
        <li key={round} className="keep-together grid gap-2">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{t("round", { round })}</span>
            <Tag colour={state === "sent" ? "gold" : "grey"} outline={state !== "sent"}>
              {word(`request_state.${state}`)}
            </Tag>
            <span className="text-note text-ink-soft">
              {t("sent", { at: instantWords(locale, sentAt), due: dateWords(locale, dueOn) })}
              {extraDays > 0 && <> · {t("extended", { count: extraDays })}</>}
              {answeredAt && <> · {t("answered", { at: instantWords(locale, answeredAt) })}</>}
            </span>
          </p>
          <p className="max-w-measure text-note text-ink-soft">
            {t("announced")} {word(`request_outcome.${outcome}`)}
          </p>
          <ol className="grid list-none gap-3 p-0">
            {items.map(({ number, subject, text, answer }) => (
              <li key={number} className="grid max-w-measure gap-1 border-s-4 border-line ps-4">
                <p className="font-semibold">
                  {number}. {word(`check.${checkOf(subject)}.name`)}
                </p>
                <p lang={lang} className="whitespace-pre-line">
                  {text}
                </p>
                {answer && <p className="whitespace-pre-line">{t("answer", { answer })}</p>}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

type Locale = "en" | "zh-Hant" | "zh-Hans";

const checkOf = (subject: string) => subject.replace(/^question:/, "") as CheckKey;
