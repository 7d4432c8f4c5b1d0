import clsx from "clsx";
import type { Key, ReactNode } from "react";

export type TimelineTone = "plain" | "turn" | "good" | "bad" | "pause";

export type TimelineEvent = {
  key: Key;
  title: ReactNode;
  when: { words: string; iso: string };
  /** Who acted, by role. */
  who?: ReactNode;
  detail?: ReactNode;
  tone?: TimelineTone;
};

// Every tone has a shape of its own beside its colour.
const marks: Record<TimelineTone, string> = {
  plain: "rounded-full border-edge bg-card",
  turn: "rounded-full border-gold bg-gold",
  good: "rounded-full border-jade bg-jade",
  bad: "rotate-45 rounded-sm border-red bg-red",
  pause: "rounded-sm border-edge bg-edge",
};

/** What happened, newest first. */
export function Timeline({ label, events }: { label: string; events: readonly TimelineEvent[] }) {
  return (
    <ol aria-label={label} className="ms-1.5 border-s border-line">
      {events.map(({ key, title, when, who, detail, tone = "plain" }) => (
        <li key={key} className="keep-together relative pb-6 ps-6 last:pb-0">
          <span
            aria-hidden="true"
            className={clsx("absolute start-[-0.40625rem] top-[0.4em] size-3 border-2", marks[tone])}
          />
          <p className="font-semibold">{title}</p>
          <p className="text-note text-ink-soft">
            <time dateTime={when.iso}>{when.words}</time>
            {who && (
              <>
                {"\u00a0· "}
                {who}
              </>
            )}
          </p>
          {detail && <div className="mt-1 max-w-measure">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
