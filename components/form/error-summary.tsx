"use client";

import { useTranslations } from "next-intl";
import { useId, useLayoutEffect, useRef, type MouseEvent } from "react";

type ErrorSummaryProps = {
  problems: readonly { id: string | null; words: string }[];
  /** Focus comes here again when this changes. */
  attempts: number;
};

/** Everything that keeps the form from going on, each linked to its field, in the field's own words. */
export function ErrorSummary({ problems, attempts }: ErrorSummaryProps) {
  const t = useTranslations("form");
  const titleId = useId();
  const ref = useRef<HTMLDivElement>(null);

  // With the summary itself: who reads on at once must not be overtaken by it.
  useLayoutEffect(() => ref.current?.focus(), [attempts]);

  useLayoutEffect(() => {
    const title = document.title;
    document.title = t("error_title", { title });
    return () => {
      document.title = title;
    };
  }, [t]);

  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      aria-labelledby={titleId}
      className="mb-8 rounded border-[3px] border-red bg-card px-5 py-4"
    >
      <h2 id={titleId} className="text-lead font-semibold">
        {t("problem")}
      </h2>
      <ul className="mt-2 grid gap-1">
        {problems.map(({ id, words }) => (
          <li key={id ?? words} className="font-semibold text-red">
            {id ? (
              <a href={`#${id}`} onClick={toField} className="text-red underline underline-offset-4">
                {words}
              </a>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

// The browser would bring the field to the top edge, its label out of sight.
function toField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest("fieldset") ?? field.parentElement ?? field).scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
}
