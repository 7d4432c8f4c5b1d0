import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Timeline, type TimelineTone } from "@/components/ui/timeline";
import type { MessageEvent } from "@/lib/domain/case-message/case-message";
import type { ConfirmationEvent } from "@/lib/domain/confirmation/confirmation";
import type { EventType } from "@/lib/domain/filing/workflow";
import { dateWords, instantWords } from "@/lib/i18n/dates";

/** The steps of a filing, and what else is told of it. */
export type ShownEventType = EventType | ConfirmationEvent | MessageEvent | "registration_created";

export type FilingEvent = {
  key: number | string;
  type: ShownEventType;
  actor: "applicant" | "staff" | "clock";
  at: Date;
  /** The day by which the next step was promised or asked for. */
  dueOn?: string | null;
  /** The day by which the decision was promised from then on, where it moved. */
  promised?: string | null;
  detail?: ReactNode;
};

const tones: Record<FilingEvent["type"], TimelineTone> = {
  filing_submitted: "plain",
  filing_accepted: "plain",
  filing_deemed_accepted: "plain",
  acceptance_declined: "bad",
  filing_taken_over: "plain",
  filing_reassigned: "plain",
  filing_requeued: "plain",
  information_requested: "turn",
  extra_round_allowed: "plain",
  filing_supplemented: "plain",
  answer_extended: "plain",
  filing_closed: "bad",
  filing_decided_on_file: "plain",
  filing_approved: "good",
  approval_proposed: "plain",
  refusal_proposed: "turn",
  hearing_answered: "plain",
  hearing_ended: "plain",
  proposal_returned: "plain",
  public_notice_given: "plain",
  filing_refused: "bad",
  refusal_objected: "plain",
  filing_reopened: "turn",
  objection_upheld: "plain",
  filing_held: "pause",
  filing_released: "plain",
  filing_withdrawn: "plain",
  registration_created: "good",
  confirmation_asked: "plain",
  confirmation_taken_back: "plain",
  confirmation_answered: "plain",
  message_written: "plain",
};

/** After these the professional has the next word. */
const awaitsAnswer: ReadonlySet<FilingEvent["type"]> = new Set([
  "information_requested",
  "answer_extended",
  "refusal_proposed",
]);

/** What happened to a filing, newest first; `isMine` speaks to the professional. */
export function FilingTimeline({ events, isMine = false }: { events: readonly FilingEvent[]; isMine?: boolean }) {
  const t = useTranslations("filing.timeline");
  const word = useTranslations("workflow.event");
  const locale = useLocale();
  return (
    <Timeline
      label={t("label")}
      events={events.map(({ key, type, actor, at, dueOn, promised, detail }) => ({
        key,
        title: word(type),
        when: { words: instantWords(locale, at), iso: at.toISOString() },
        who: t(`who.${whoOf(type, actor, isMine)}`),
        tone: tones[type],
        detail: (dueOn || promised || detail) && (
          <>
            {dueOn && (
              <p className="text-note">
                {t(awaitsAnswer.has(type) ? "due_answer" : "due", { date: dateWords(locale, dueOn) })}
              </p>
            )}
            {promised && promised !== dueOn && (
              <p className="text-note">{t("promised", { date: dateWords(locale, promised) })}</p>
            )}
            {detail}
          </>
        ),
      }))}
    />
  );
}

function whoOf(type: ShownEventType, actor: FilingEvent["actor"], isMine: boolean) {
  if (type === "confirmation_answered") return "referee";
  // The clock writes it down; no time ran out.
  if (type === "filing_requeued") return "staff";
  return actor === "applicant" && isMine ? "you" : actor;
}
