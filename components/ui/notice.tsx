import clsx from "clsx";
import { useId, type ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type NoticeTone = "info" | "turn" | "good" | "bad";

const looks: Record<NoticeTone, { box: string; mark: string; icon: IconName }> = {
  info: { box: "border-brand bg-brand-tint", mark: "text-brand", icon: "info" },
  turn: { box: "border-gold bg-gold-tint", mark: "text-gold", icon: "arrow" },
  good: { box: "border-jade bg-jade-tint", mark: "text-jade", icon: "tick" },
  bad: { box: "border-red bg-red-tint", mark: "text-red", icon: "alert" },
};

type NoticeProps = { tone?: NoticeTone; title: ReactNode; headingLevel?: 2 | 3; children?: ReactNode };

/** The one message of a page, before its heading. Never for answers that need mending: those have the error summary. */
export function Notice({ tone = "info", title, headingLevel = 2, children }: NoticeProps) {
  const id = useId();
  const { box, mark, icon } = looks[tone];
  const Level = `h${headingLevel}` as const;
  return (
    <section aria-labelledby={id} className={clsx("flex gap-3 rounded border-s-4 px-4 py-3", box)}>
      <Icon name={icon} size={22} className={clsx("mt-0.5", mark)} />
      <div className="min-w-0">
        <Level id={id} className="font-semibold">
          {title}
        </Level>
        {children && <div className="mt-1 max-w-measure">{children}</div>}
      </div>
    </section>
  );
}
