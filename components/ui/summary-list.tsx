import clsx from "clsx";
import type { ReactNode } from "react";
import { Heading } from "./heading";
import { TextLink } from "./link";

export type SummaryItem = {
  term: ReactNode;
  detail: ReactNode;
  /** `hidden` is heard after the label: "Change" + "your surname". */
  action?: { href: string; label: string; hidden: string };
  /** Marked as changed since the last submission, in these words. */
  changed?: string;
};

type SummaryListProps = { title?: string; level?: 2 | 3 | 4; items: readonly SummaryItem[]; action?: ReactNode };

/** Questions and answers, or facts and values, one under the other. */
export function SummaryList({ title, level = 2, items, action }: SummaryListProps) {
  const withActions = items.some((item) => item.action);
  return (
    <div>
      {title && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-line pb-2">
          <Heading level={level} size="s">
            {title}
          </Heading>
          {action}
        </div>
      )}
      <dl>
        {items.map(({ term, detail, action: change, changed }, at) => (
          <div
            key={at}
            className={clsx(
              "keep-together gap-x-6 border-b border-line py-2.5 sm:grid",
              withActions ? "sm:grid-cols-[minmax(8rem,2fr)_3fr_auto]" : "sm:grid-cols-[minmax(8rem,1fr)_2fr]",
            )}
          >
            <dt className="font-semibold">{term}</dt>
            <dd className="min-w-0 wrap-anywhere whitespace-pre-line">
              {detail}
              {changed && <span className="mt-1 block text-note font-semibold text-violet">{changed}</span>}
            </dd>
            {change && (
              <dd className="print:hidden">
                <TextLink href={change.href}>
                  {change.label}
                  <span className="for-ear"> {change.hidden}</span>
                </TextLink>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}
