"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useContext, useId, useRef, useState, type ReactNode } from "react";
import { buttonLook, type ButtonKind } from "@/components/ui/button";
import type { FormAction } from "@/lib/domain/form";
import type { Refusal } from "@/lib/domain/result";
import { AutosaveStatus, useAutosave } from "./autosave";
import { ErrorSummary } from "./error-summary";
import { FormContext, RenderKey, useMessageText, type StandingAnswer } from "./form-context";
import { nameOfForm, useResumed } from "./resumed";
import type { ActionFormHandle } from "./use-action-form";

export type ActionFormProps = {
  form: ActionFormHandle;
  /** Fields that are sent and not shown: ids, and the version that was on the page. */
  hidden?: Record<string, string>;
  /** What the button says: a verb with its object. */
  submit: ReactNode;
  submitKind?: ButtonKind;
  /** What the button sends of itself, where another button of the form sends something else. */
  submitAs?: { name: string; value: string };
  /** Links and buttons beside the button. */
  secondary?: ReactNode;
  /** Keeps the ids of several forms on one page apart. */
  idPrefix?: string;
  /** Keeps what is typed; the key names this form among those of the browser, while its words wait to be sent. */
  autosave?: { save: FormAction; key: string };
  /** Words for refusals of this form, by code or condition, in place of the common ones. */
  errorWords?: Record<string, string>;
  /** Said when it went well and the page stays. */
  done?: string;
  /** By field: answers that may not be changed, shown in its place. */
  standing?: Record<string, StandingAnswer>;
  /** A button on its own, among other things in a line. */
  inline?: boolean;
  children?: ReactNode;
};

// By these the server knows a window, and what it was shown.
const namesShown = new Set(["form", "seen", "typed"]);

/** A form that is checked on Continue, keeps what was typed, and works without script. */
export function ActionForm({ form, idPrefix = "", standing = {}, ...rest }: ActionFormProps) {
  const { problems } = form;
  const whichForm = nameOfForm(idPrefix, rest.hidden ?? {});
  const typedBefore = useResumed(whichForm);
  const resumed = form.isAnswered ? null : typedBefore;
  const valueOf = resumed ? (name: string) => resumed[name] : form.valueOf;
  return (
    <FormContext value={{ idPrefix, problems, standing, valueOf }}>
      {/* When it went well, the fields start afresh from their defaults. */}
      <Body
        key={form.rounds}
        form={form}
        idPrefix={idPrefix}
        whichForm={whichForm}
        isResumed={resumed !== null}
        {...rest}
      />
    </FormContext>
  );
}

function Body({
  form,
  hidden = {},
  submit,
  submitKind = "primary",
  submitAs,
  secondary,
  idPrefix = "",
  autosave,
  errorWords = {},
  done,
  inline = false,
  whichForm,
  isResumed,
  children,
}: ActionFormProps & { whichForm: string; isResumed: boolean }) {
  const t = useTranslations("form");
  const wordOf = useMessageText();
  const renderKey = useContext(RenderKey);
  const formId = useId();
  const formRef = useRef<HTMLFormElement>(null);
  const { forget, ...saving } = useAutosave(formRef, autosave ?? null);
  // The fields keep what they were shown while the page is drawn again around them; so does what tells whether they saw it.
  const [shown] = useState(() => Object.fromEntries(Object.entries(hidden).filter(([name]) => namesShown.has(name))));

  const problems = [
    ...(form.refusal ? [{ id: null, words: refusalWords(form.refusal, errorWords, wordOf) }] : []),
    ...Object.entries(form.problems).map(([name, key]) => ({ id: `${idPrefix}${name}`, words: wordOf(key) })),
  ];

  return (
    <form
      ref={formRef}
      action={form.post}
      onSubmit={(event) => form.submit(event, forget)}
      noValidate
      className={clsx(inline && "inline-block max-w-full")}
    >
      {problems.length > 0 && <ErrorSummary problems={problems} attempts={form.attempts} />}
      {isResumed && children && (
        <p role="status" className="mb-4 max-w-measure font-semibold text-gold">
          {t("resumed")}
        </p>
      )}
      <input type="hidden" name="idempotencyKey" value={`${renderKey}${formId}${form.rounds}`} />
      <input type="hidden" name="whichForm" value={whichForm} />
      {Object.entries(autosave ? { ...hidden, ...shown } : hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children && <div className="grid gap-6">{children}</div>}
      <div className={clsx("flex flex-wrap items-center gap-x-5 gap-y-3", children && "mt-8")}>
        <button
          type="submit"
          className={buttonLook(submitKind)}
          {...submitAs}
          {...(form.pending && { "aria-disabled": true })}
        >
          {submit}
        </button>
        {secondary}
        {autosave && <AutosaveStatus {...saving} />}
      </div>
      <p role="status" className={form.pending || form.rounds === 0 || !done ? "for-ear" : "mt-2 text-jade"}>
        {form.pending ? t("sending") : form.rounds > 0 ? done : null}
      </p>
    </form>
  );
}

function refusalWords(refusal: Refusal, own: Record<string, string>, wordOf: (key: string) => string): string {
  const { code, condition } = refusal;
  if (code !== "unmet") return own[code] ?? wordOf(`errors.${code}`);
  return own[`unmet.${condition}`] ?? wordOf(`errors.unmet.${condition ?? "other"}`);
}
