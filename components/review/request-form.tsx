"use client";

import { ActionForm } from "@/components/form/action-form";
import { useField } from "@/components/form/form-context";
import { described, frame, HintAndProblem } from "@/components/form/labelled";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { requestSchema } from "@/lib/domain/filing/review-schema";

/** One notice of everything missing. */
export function RequestForm({ action, defaults, ...rest }: FormOf<typeof requestSchema>) {
  const form = useActionForm(requestSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

type RequestItemFieldProps = {
  check: string;
  /** The place of the item among all: they are sent in one order. */
  at: number;
  label: string;
  hint: string;
  /** The language the professional reads. */
  lang: string;
};

/** What the professional is told of one thing that is missing. */
export function RequestItemField({ check, at, label, hint, lang }: RequestItemFieldProps) {
  const all = useField("texts");
  const own = useField(`texts.${at}`);
  const isFirst = at === 0;
  // The first box answers for the list as a whole.
  const field = { ...own, id: isFirst ? all.id : own.id, problem: own.problem ?? (isFirst ? all.problem : null) };
  return (
    <div className={frame(field)}>
      <input type="hidden" name="checks[]" value={check} />
      <label htmlFor={field.id} className="block font-semibold">
        {label}
      </label>
      <HintAndProblem field={field} hint={hint} />
      <textarea
        id={field.id}
        name="texts[]"
        rows={3}
        lang={lang}
        defaultValue={all.values[at] ?? ""}
        className="field mt-1.5 w-full"
        {...described(field, hint)}
      />
    </div>
  );
}
