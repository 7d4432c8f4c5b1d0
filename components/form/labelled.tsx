"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { headingLook } from "@/components/ui/heading";
import type { FieldState, StandingAnswer } from "./form-context";

export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** The label is the heading of the page: one question, one page. */
  asHeading?: boolean;
  optional?: boolean;
};

type FrameProps = Omit<FieldProps, "name"> & { field: FieldState; children: ReactNode };

/** What a control says about itself to the ear: its hint, then what is wrong with it. */
export function described({ id, problem }: FieldState, hint: ReactNode): Record<string, string | boolean> {
  const ids = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(" ");
  return { ...(ids && { "aria-describedby": ids }), ...(problem && { "aria-invalid": true }) };
}

/** A label, a hint, what is wrong, and the one control they belong to; or the answer in its place. */
export function Labelled({ field, label, hint, asHeading, optional, children }: FrameProps) {
  if (field.standing) return <Standing label={label} answer={field.standing} />;
  const name = (
    <label htmlFor={field.id} className={asHeading ? headingLook("l") : "block font-semibold"}>
      <LabelText label={label} optional={optional} />
    </label>
  );
  return (
    <div className={frame(field)}>
      {asHeading ? <h1 tabIndex={-1}>{name}</h1> : name}
      <HintAndProblem field={field} hint={hint} />
      <div className="mt-1.5">{children}</div>
    </div>
  );
}

/** A question with several controls; or the answer in their place. */
export function Grouped({ field, label, hint, asHeading, optional, children }: FrameProps) {
  if (field.standing) return <Standing label={label} answer={field.standing} />;
  const text = <LabelText label={label} optional={optional} />;
  return (
    <fieldset className={frame(field)} {...described(field, hint)}>
      <legend className={asHeading ? undefined : "font-semibold"}>
        {asHeading ? (
          <h1 tabIndex={-1} className={headingLook("l")}>
            {text}
          </h1>
        ) : (
          text
        )}
      </legend>
      <HintAndProblem field={field} hint={hint} />
      <div className="mt-2">{children}</div>
    </fieldset>
  );
}

type StandingProps = { label: string; answer: StandingAnswer; children?: ReactNode };

/** An answer that may not be changed now, as text. */
export function Standing({ label, answer: { value, words }, children }: StandingProps) {
  return (
    <div className="grid min-w-0 gap-4" data-answer={value}>
      <div>
        <p className="max-w-measure font-semibold">{label}</p>
        <div className="wrap-anywhere whitespace-pre-line">{words}</div>
      </div>
      {children}
    </div>
  );
}

function LabelText({ label, optional }: { label: string; optional: boolean | undefined }) {
  const t = useTranslations("form");
  return optional ? t("with_optional", { label }) : label;
}

export function HintAndProblem({ field: { id, problem }, hint }: { field: FieldState; hint: ReactNode }) {
  const t = useTranslations("form");
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="max-w-measure text-ink-soft">
          {hint}
        </div>
      )}
      {problem && (
        <p id={`${id}-error`} className="max-w-measure font-semibold text-red">
          <span className="for-ear">{t("error")}: </span>
          {problem}
        </p>
      )}
    </>
  );
}

export function frame({ problem }: FieldState): string {
  return clsx("min-w-0", problem && "border-s-4 border-red ps-4");
}
