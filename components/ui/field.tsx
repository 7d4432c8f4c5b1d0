import clsx from "clsx";
import { useId, type ReactNode } from "react";

export type Option = { value: string; label: string };

export type FieldWidth = 2 | 4 | 10 | 20 | 30 | "full";

export const fieldWidths: Record<FieldWidth, string> = {
  2: "w-[4.5rem]",
  4: "w-[6.5rem]",
  10: "w-[11rem]",
  20: "w-[21rem]",
  30: "w-[30rem]",
  full: "w-full",
};

type Labelled = { label: ReactNode; hint?: ReactNode };

/** A label, a hint and one control, for forms that ask the address and need no script. */
function Labelled({ label, hint, id, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-note text-ink-soft">
          {hint}
        </p>
      )}
      <div className="mt-1">{children}</div>
    </div>
  );
}

type InputProps = Labelled & {
  name: string;
  defaultValue?: string;
  type?: "text" | "search" | "date" | "month" | "number";
  width?: FieldWidth;
  autoComplete?: string;
};

export function Input({
  label,
  hint,
  name,
  defaultValue,
  type = "text",
  width = "full",
  autoComplete = "off",
}: InputProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        className={clsx("field", fieldWidths[width])}
        {...(hint && { "aria-describedby": `${id}-hint` })}
      />
    </Labelled>
  );
}

type SelectProps = Labelled & { name: string; options: readonly Option[]; defaultValue?: string };

export function Select({ label, hint, name, options, defaultValue }: SelectProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <select
        id={id}
        name={name}
        defaultValue={defaultValue}
        className="field w-full"
        {...(hint && { "aria-describedby": `${id}-hint` })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type ChoicesProps = {
  legend: ReactNode;
  name: string;
  type: "radio" | "checkbox";
  options: readonly Option[];
  selected: readonly string[];
};

/** Filters that are always in sight. */
export function Choices({ legend, name, type, options, selected }: ChoicesProps) {
  const id = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      {options.map((option) => (
        <div key={option.value} className="flex items-center gap-2.5">
          <input
            id={`${id}-${option.value}`}
            type={type}
            name={name}
            value={option.value}
            defaultChecked={selected.includes(option.value)}
            className="choice"
          />
          <label htmlFor={`${id}-${option.value}`} className="flex min-h-9 flex-1 items-center">
            {option.label}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
