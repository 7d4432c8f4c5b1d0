"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Option } from "@/components/ui/field";
import { useField, type FieldState } from "./form-context";
import { described, frame, Grouped, HintAndProblem, Labelled, Standing, type FieldProps } from "./labelled";

/** `empty` is what the first, unchosen line says; without it a choice stands from the start. */
type SelectFieldProps = FieldProps & { options: readonly Option[]; empty?: string | true };

export function SelectField({ name, options, empty, ...rest }: SelectFieldProps) {
  const t = useTranslations("form");
  const field = useField(name);
  return (
    <Labelled field={field} {...rest}>
      <select
        id={field.id}
        name={name}
        defaultValue={field.value}
        className="field w-auto"
        {...described(field, rest.hint)}
      >
        {empty !== undefined && <option value="">{empty === true ? t("choose") : empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export type Choice = Option & {
  hint?: ReactNode;
  /** What is asked further when this is chosen. */
  reveal?: ReactNode;
};

type RadioGroupProps = FieldProps & { options: readonly Choice[]; inline?: boolean };

export function RadioGroup({ name, options, inline = false, ...rest }: RadioGroupProps) {
  const field = useField(name);
  const { standing } = field;
  if (standing) {
    return (
      <Standing label={rest.label} answer={standing}>
        {options.find(({ value }) => value === standing.value)?.reveal}
      </Standing>
    );
  }
  return (
    <Grouped field={field} {...rest}>
      <div className={clsx("flex gap-x-8", inline ? "flex-wrap" : "flex-col")}>
        {options.map((option, at) => (
          <ChoiceRow
            key={option.value}
            id={idOf(field, option, at)}
            type="radio"
            name={name}
            choice={option}
            checked={field.value === option.value}
          />
        ))}
      </div>
    </Grouped>
  );
}

type CheckboxGroupProps = FieldProps & { options: readonly Choice[] };

/** Any number of choices; they are posted as a list. */
export function CheckboxGroup({ name, options, ...rest }: CheckboxGroupProps) {
  const field = useField(name);
  return (
    <Grouped field={field} {...rest}>
      {options.map((option, at) => (
        <ChoiceRow
          key={option.value}
          id={idOf(field, option, at)}
          type="checkbox"
          name={`${name}[]`}
          choice={option}
          checked={field.values.includes(option.value)}
        />
      ))}
    </Grouped>
  );
}

/** One box to tick: a consent, a declaration. */
export function Checkbox({ name, label, hint, value = "yes" }: Omit<FieldProps, "asHeading"> & { value?: string }) {
  const field = useField(name);
  if (field.standing) return <Standing label={label} answer={field.standing} />;
  return (
    <div className={frame(field)}>
      <HintAndProblem field={{ ...field }} hint={null} />
      <ChoiceRow
        id={field.id}
        type="checkbox"
        name={name}
        choice={{ value, label, hint }}
        checked={field.value === value}
        aria={described(field, null)}
      />
    </div>
  );
}

// The first choice carries the field's own id: that is where the error summary leads.
const idOf = (field: FieldState, option: Option, at: number) => (at === 0 ? field.id : `${field.id}-${option.value}`);

type ChoiceRowProps = {
  id: string;
  type: "radio" | "checkbox";
  name: string;
  choice: Choice;
  checked: boolean;
  aria?: Record<string, string | boolean>;
};

function ChoiceRow({ id, type, name, choice: { value, label, hint, reveal }, checked, aria }: ChoiceRowProps) {
  return (
    <div>
      <div className="flex items-start gap-3">
        <input
          id={id}
          type={type}
          name={name}
          value={value}
          defaultChecked={checked}
          className="choice mt-2.5"
          {...(hint && { "aria-describedby": `${id}-choice-hint` })}
          {...aria}
        />
        <div className="min-w-0 flex-1 py-2">
          <label htmlFor={id} className="block max-w-measure py-0.5">
            {label}
          </label>
          {hint && (
            <div id={`${id}-choice-hint`} className="max-w-measure text-note text-ink-soft">
              {hint}
            </div>
          )}
        </div>
      </div>
      {reveal && <div className="reveal ms-3 mt-1 mb-3 border-s-4 border-line py-1 ps-6">{reveal}</div>}
    </div>
  );
}
