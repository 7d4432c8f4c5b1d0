import { useLocale, useTranslations, type Messages } from "next-intl";
import { Timeline, type TimelineTone } from "@/components/ui/timeline";
import { instantWords } from "@/lib/i18n/dates";

type EventType = keyof Messages["proceeding"]["event"];
type FileEvent = { seq: number; type: string; actorKind: "applicant" | "staff" | "clock"; by: string | null; at: Date };

const tones: Partial<Record<EventType, TimelineTone>> = {
  registration_created: "good",
  registration_resumed: "good",
  registration_suspended: "pause",
  registration_revoked: "bad",
  proceeding_opened: "turn",
};

/** What became of a registration, newest first. */
export function EventList({ events, label }: { events: readonly FileEvent[]; label: string }) {
  const t = useTranslations("proceeding.event");
  const actor = useTranslations("proceeding.actor");
  const locale = useLocale();
  return (
    <Timeline
      label={label}
      events={events
        .filter(({ type }) => t.has(type as EventType))
        .map(({ seq, type, actorKind, by, at }) => ({
          key: seq,
          title: t(type as EventType),
          when: { words: instantWords(locale, at), iso: at.toISOString() },
          who: by ?? actor(actorKind),
          tone: tones[type as EventType] ?? "plain",
        }))}
    />
  );
}
