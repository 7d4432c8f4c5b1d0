import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QuotedWords } from "@/components/filing/quoted-words";
import type { IconName } from "@/components/ui/icon";
import { Tag, type TagColour } from "@/components/ui/tag";
import type { AddressWarning, ConfirmationStanding, Relation } from "@/lib/domain/confirmation/confirmation";
import type { Job } from "@/lib/domain/filing/questions";
import { instantDateWords, monthWords } from "@/lib/i18n/dates";

const looks: Record<ConfirmationStanding, { colour: TagColour; outline?: true; icon?: IconName }> = {
  waiting: { colour: "brand", icon: "clock" },
  expired: { colour: "grey", outline: true },
  confirmed: { colour: "jade", icon: "tick" },
  not_correct: { colour: "gold", icon: "alert" },
  ended: { colour: "grey", outline: true },
};

/** Where a confirmation stands, as a tag. */
export function ConfirmationTag({ standing }: { standing: ConfirmationStanding }) {
  const t = useTranslations("confirmation.standing");
  return <Tag {...looks[standing]}>{t(standing)}</Tag>;
}

/** Whom somebody asked about a post, and what they answered. */
export type ShownConfirmation = {
  post: Job;
  relation: Relation;
  email: string;
  warnings: readonly AddressWarning[];
  standing: ConfirmationStanding;
  sentAt: Date;
  expiresAt: Date;
  answered: { name: string; position: string; words: string | null; at: Date } | null;
};

type Props = { withPost?: boolean } & (
  { shown: ShownConfirmation; post?: never; words?: never } | { post: Job; words?: string; shown?: never }
);

/** A post, who was asked about it, and what they answered. */
export function ConfirmationLines({ shown, post, words, withPost }: Props) {
  const t = useTranslations("confirmation");
  const locale = useLocale();
  if (!shown) {
    return (
      <div>
        <PostWords post={post} />
        {words && <p className="text-note text-ink-soft">{words}</p>}
      </div>
    );
  }
  const { email, sentAt, expiresAt, standing, answered } = shown;
  const date = (at: Date) => instantDateWords(locale, at);
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        {withPost && <PostWords post={shown.post} />}
        <ConfirmationTag standing={standing} />
      </div>
      <p className="text-note wrap-anywhere text-ink-soft">
        {t(`relation.${shown.relation}`)}
        {locale === "en" ? ". " : "。"}
        {t("line.sent", { email, date: date(sentAt) })}{" "}
        {standing === "waiting" && t("line.until", { date: date(expiresAt) })}
        {answered && t("line.answered", { name: answered.name, position: answered.position, date: date(answered.at) })}
      </p>
      {shown.warnings.map((warning) => (
        <p key={warning} className="text-note text-gold">
          {t(`warning.${warning}`)}
        </p>
      ))}
      {answered?.words && (
        <div className="grid gap-1">
          <p className="text-note text-ink-soft">{t("said")}</p>
          <QuotedWords>{answered.words}</QuotedWords>
        </div>
      )}
    </div>
  );
}

/** A post in words: what, where, and its months. */
export function PostWords({ post }: { post: Job }): ReactNode {
  const t = useTranslations("filing.answers");
  const locale = useLocale();
  const { employer, role, share } = post;
  const from = monthWords(locale, `${post.from}-01`);
  return (
    <div className="min-w-0">
      <p className="font-semibold wrap-anywhere">{t("post", { role, employer })}</p>
      <p className="text-note text-ink-soft">
        {post.to === ""
          ? t("post_goes_on", { from, share })
          : t("post_ended", { from, to: monthWords(locale, `${post.to}-01`), share })}
      </p>
    </div>
  );
}
