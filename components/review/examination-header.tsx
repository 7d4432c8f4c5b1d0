import { useLocale, useTranslations } from "next-intl";
import { StatusTag } from "@/components/filing/status-tag";
import { PersonName } from "@/components/ui/bilingual";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { StandingBar } from "@/lib/domain/filing/bars";
import type { FilingState, Owner } from "@/lib/domain/filing/filing";
import { displayName, type Names } from "@/lib/domain/person/names";
import { dateWords, instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";

type ExaminationHeaderProps = {
  reference: string;
  qualification: Record<Locale, string>;
  issuingBody: Record<Locale, string>;
  names: Names;
  state: FilingState;
  held: boolean;
  owner: Owner | null;
  clock: { used: number; limit: number; dueOn: string | null; isProvisional: boolean; isOverdue: boolean };
  reviewer: { name: string; isActor: boolean; since: Date | null } | null;
  /** Refusals that bar its person, or somebody with their number, from the field. */
  bars: readonly StandingBar[];
  /** What the page is about, where it is not the filing as a whole. */
  title?: string;
};

/** Which filing it is, whose turn it is, and how many days are used. */
export function ExaminationHeader(props: ExaminationHeaderProps) {
  const { reference, qualification, issuingBody, names, state, held, owner, reviewer, bars, title } = props;
  const t = useTranslations("review.examination");
  const locale = useLocale();
  const { chinese, latin } = displayName(names);
  return (
    <div className="grid gap-2">
      <Heading
        size="l"
        caption={
          <>
            {title && (
              <span className="flex flex-wrap gap-x-3">
                <span className="tabular-nums">{reference}</span>
                <PersonName han={chinese} latin={latin ?? ""} />
              </span>
            )}
            {`${qualification[locale]}\u00a0· ${issuingBody[locale]}`}
          </>
        }
      >
        {title ?? (
          <span className="flex flex-wrap gap-x-4">
            <span className="tabular-nums">{reference}</span>
            <span className="font-normal">
              <PersonName han={chinese} latin={latin ?? ""} />
            </span>
          </span>
        )}
      </Heading>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <StatusTag state={state} held={held} />
        <ClockWords {...props} />
        {owner && !held && <span>{t(`with.${owner}`)}</span>}
        {owner && (
          <span className="text-ink-soft">
            <ReviewerWords reviewer={reviewer} />
          </span>
        )}
      </p>
      {bars.map(({ until, reference: refused, ground }) => (
        <p key={refused} className="max-w-measure border-s-4 border-red ps-4">
          {t(`bar.${ground}`, { date: dateWords(locale, until) })}{" "}
          <TextLink href={pathIn(locale, `/review/${refused ?? ""}`)}>{refused}</TextLink>
        </p>
      ))}
    </div>
  );
}

function ClockWords({ clock, held, owner }: ExaminationHeaderProps) {
  const t = useTranslations("review.examination");
  const locale = useLocale();
  const { used, limit, dueOn, isProvisional, isOverdue } = clock;
  if (!owner) return null;
  if (held || dueOn === null) return <span>{t("clock.held", { used, limit })}</span>;
  const date = dateWords(locale, dueOn);
  if (owner === "professional") return <span>{t("clock.stopped", { used, limit, date })}</span>;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {isOverdue ? <Tag colour="red">{t("clock.overdue", { date })}</Tag> : null}
      <span className="font-semibold">
        {isOverdue ? t("clock.used", { used, limit }) : t("clock.running", { used, limit, date })}
      </span>
      {isProvisional && <Tag colour="gold">{t("clock.provisional")}</Tag>}
    </span>
  );
}

function ReviewerWords({ reviewer }: Pick<ExaminationHeaderProps, "reviewer">) {
  const t = useTranslations("review.examination.reviewer");
  const locale = useLocale();
  if (!reviewer) return <>{t("nobody")}</>;
  const { name, isActor, since } = reviewer;
  if (!since) return <>{isActor ? t("you") : t("colleague", { name })}</>;
  const at = instantWords(locale, since);
  return <>{isActor ? t("you_since", { at }) : t("colleague_since", { name, at })}</>;
}
