import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QuotedWords } from "@/components/filing/quoted-words";
import { Tag } from "@/components/ui/tag";
import { instantWords } from "@/lib/i18n/dates";

export type ShownMessage = {
  id: string;
  /** Who wrote, as the reader calls them. */
  who: string;
  isMine: boolean;
  words: string;
  writtenAt: Date;
  readAt: Date | null;
  isNew: boolean;
  /** What the reader can do about it. */
  beside?: ReactNode;
};

/** What two sides wrote each other, the oldest first; of one's own it says whether it was read. */
export function Thread({ messages }: { messages: readonly ShownMessage[] }) {
  const t = useTranslations("case_message");
  const locale = useLocale();
  if (messages.length === 0) return <p className="text-ink-soft">{t("none")}</p>;
  return (
    <ol aria-label={t("thread")} className="grid list-none gap-5 p-0">
      {messages.map(({ id, who, isMine, words, writtenAt, readAt, isNew, beside }) => (
        <li key={id} className="keep-together grid gap-1.5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{who}</span>
            <time className="text-note text-ink-soft" dateTime={writtenAt.toISOString()}>
              {instantWords(locale, writtenAt)}
            </time>
            {isNew && <Tag colour="gold">{t("new")}</Tag>}
          </p>
          <QuotedWords>{words}</QuotedWords>
          {isMine && (
            <p className="text-note text-ink-soft">
              {readAt ? t("read_at", { at: instantWords(locale, readAt) }) : t("not_read")}
            </p>
          )}
          {beside}
        </li>
      ))}
    </ol>
  );
}
