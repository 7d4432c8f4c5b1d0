"use client";

import clsx from "clsx";
import { useMessageText } from "@/components/form/form-context";
import { useActionForm } from "@/components/form/use-action-form";
import { buttonLook } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/hydrated";
import type { FindingResult } from "@/lib/domain/filing/checks";
import { findingSchema } from "@/lib/domain/filing/review-schema";
import type { FormAction } from "@/lib/domain/form";

type FindingFormProps = {
  action: FormAction;
  filingId: string;
  check: string;
  finding: { result: FindingResult; note: string; revision: number; source: string } | null;
  /** Words for the address of the register that was looked up, where the finding rests on one. */
  sourceWords?: string;
  options: readonly { value: FindingResult; label: string }[];
  words: {
    /** Names the choices for the ear: the check they are about. */
    question: string;
    note: string;
    record: string;
    recorded: string;
    refused: Record<string, string>;
  };
};

/** Records what was found of one check, in its place: by keyboard, with or without script, without leaving the page. */
export function FindingForm({ action, filingId, check, finding, options, sourceWords, words }: FindingFormProps) {
  const hydrated = useHydrated();
  const wordOf = useMessageText();
  const form = useActionForm(findingSchema, action, {
    result: finding?.result ?? "",
    note: finding?.note ?? "",
    source: finding?.source ?? "",
  });
  const id = `finding-${check.replace(":", "-")}`;
  const chosen = form.valueOf("result");
  const { refusal, problems } = form;
  const problem = problems["result"] ?? problems["note"] ?? problems["source"];
  const fault =
    refusal === null
      ? problem && wordOf(problem)
      : (words.refused[refusal.condition ?? refusal.code] ?? wordOf(`errors.${refusal.code}`));

  return (
    <form
      action={form.post}
      onSubmit={(event) => form.submit(event, () => undefined)}
      noValidate
      className={clsx("mt-3 grid gap-2 print:hidden", fault && "border-s-4 border-red ps-4")}
    >
      <input type="hidden" name="filingId" value={filingId} />
      <input type="hidden" name="check" value={check} />
      <input type="hidden" name="revision" value={finding?.revision ?? 0} />
      {!hydrated && <input type="hidden" name="plain" value="yes" />}
      <fieldset {...(fault && { "aria-describedby": `${id}-fault` })}>
        <legend className="for-ear">{words.question}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {options.map(({ value, label }) => (
            <label key={value} className="flex min-h-9 items-center gap-2">
              <input type="radio" name="result" value={value} defaultChecked={chosen === value} className="choice" />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {sourceWords && (
        <label className="grid gap-1">
          <span className="text-note">{sourceWords}</span>
          <input
            type="url"
            name="source"
            inputMode="url"
            autoComplete="off"
            defaultValue={form.valueOf("source")}
            className="field"
            {...(problems["source"] && { "aria-invalid": true })}
          />
        </label>
      )}
      <div className="flex flex-wrap items-start gap-2">
        <textarea
          name="note"
          rows={1}
          aria-label={words.note}
          placeholder={words.note}
          defaultValue={form.valueOf("note")}
          className="field min-w-0 flex-1 basis-56"
          {...(problems["note"] && { "aria-invalid": true })}
        />
        <button type="submit" className={buttonLook("secondary")} {...(form.pending && { "aria-disabled": true })}>
          {words.record}
          <span className="for-ear"> {words.question}</span>
        </button>
      </div>
      <p id={`${id}-fault`} role="alert" className="font-semibold text-red empty:hidden">
        {fault}
      </p>
      <p role="status" className="for-ear">
        {form.rounds > 0 && !form.pending && words.recorded}
      </p>
    </form>
  );
}
