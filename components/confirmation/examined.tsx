import { useLocale, useTranslations } from "next-intl";
import { QuotedWords } from "@/components/filing/quoted-words";
import { instantDateWords } from "@/lib/i18n/dates";
import { ConfirmationTag, PostWords, type ShownConfirmation } from "./lines";

type Examined = Omit<ShownConfirmation, "expiresAt"> & {
  id: string;
  domain: "known" | "other" | "unknown";
  isCurrent: boolean;
};

/** What employers and referees said of the posts, with what a reviewer should know of their addresses. */
export function ExaminedConfirmations({ confirmations }: { confirmations: readonly Examined[] }) {
  const t = useTranslations("confirmation");
  const locale = useLocale();
  const date = (at: Date) => instantDateWords(locale, at);
  return (
    <>
      <h3 className="text-form font-semibold">{t("review.title")}</h3>
      {confirmations.length === 0 && <p className="mt-2 text-ink-soft">{t("review.none")}</p>}
      <ul className="grid list-none p-0">
        {confirmations.map((it) => (
          <li key={it.id} className="keep-together grid gap-1 border-b border-line py-3">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <PostWords post={it.post} />
              <ConfirmationTag standing={it.standing} />
            </div>
            <p className="wrap-anywhere">
              {t("review.from", { relation: t(`relation.${it.relation}`), email: it.email })}
            </p>
            <p className="text-note text-ink-soft">
              {it.answered
                ? t("line.answered", {
                    name: it.answered.name,
                    position: it.answered.position,
                    date: date(it.answered.at),
                  })
                : t("line.sent", { email: it.email, date: date(it.sentAt) })}
            </p>
            {[
              ...it.warnings.map((warning) => t(`review.warning.${warning}`)),
              ...(it.domain === "other" ? [t("review.domain.other")] : []),
              ...(it.isCurrent ? [] : [t("review.changed")]),
            ].map((words) => (
              <p key={words} className="text-note font-semibold text-gold">
                {words}
              </p>
            ))}
            {it.domain !== "other" && it.answered && (
              <p className="text-note text-ink-soft">{t(`review.domain.${it.domain}`)}</p>
            )}
            {it.answered?.words && <QuotedWords>{it.answered.words}</QuotedWords>}
          </li>
        ))}
      </ul>
    </>
  );
}
