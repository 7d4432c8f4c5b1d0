import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/shell/page";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { dateWords, instantDateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { ConcernsHolder, OwnProceeding } from "@/lib/domain/registration/proceeding-views";

/** What is proposed about one's registration or decided for a day to come: the first thing its holder reads. */
export function ProceedingNotices({ number, concern }: { number: string; concern: ConcernsHolder }) {
  const t = useTranslations("proceeding.mine");
  const locale = useLocale();
  const { open, upcoming } = concern;
  return (
    <>
      {upcoming && (
        <Notice
          tone="bad"
          title={t(`upcoming_${upcoming.is === "revoked" ? "revocation" : "suspension"}`, {
            from: dateWords(locale, upcoming.from),
          })}
        />
      )}
      {open.map((it) => (
        <OpenProceeding key={it.id} number={number} proceeding={it} />
      ))}
    </>
  );
}

function OpenProceeding({ number, proceeding }: { number: string; proceeding: OwnProceeding }) {
  const t = useTranslations("proceeding.mine");
  const locale = useLocale();
  const { id, kind, state, hearingUntil } = proceeding;
  const isAsked = state === "hearing" && hearingUntil !== null;
  return (
    <Notice tone={isAsked ? "turn" : "info"} title={t(`notice.${isAsked ? "hearing" : "second_check"}`)}>
      <p>{isAsked ? t(`answer_by.${kind}`, { date: dateWords(locale, hearingUntil) }) : t("wait")}</p>
      <TextLink href={pathIn(locale, `/registrations/${number}/proceedings/${id}`)}>
        {t(isAsked ? "read_answer" : "read")}
      </TextLink>
    </Notice>
  );
}

/** What was once proposed about one's registration and is over. */
export function EarlierProceedings({ number, rows }: { number: string; rows: readonly OwnProceeding[] }) {
  const t = useTranslations("proceeding.mine");
  const kind = useTranslations("proceeding.kind");
  const state = useTranslations("proceeding.state");
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Section title={t("earlier")}>
      <ul className="grid list-none gap-2 p-0">
        {rows.map((it) => (
          <li key={it.id}>
            <TextLink href={pathIn(locale, `/registrations/${number}/proceedings/${it.id}`)}>
              {kind(it.kind)} · {state(it.state)} · {instantDateWords(locale, it.proposedAt)}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
