import { useId, type ReactNode } from "react";
import { Button } from "./button";

type SearchBoxProps = {
  /** Where the answer stands; the words travel in its address. */
  action: string;
  name?: string;
  label: string;
  button: string;
  hint?: ReactNode;
  defaultValue?: string;
  /** Filters, one beside the other; the button then stands after the last. */
  children?: ReactNode;
};

/** One line to look something up. */
export function SearchBox({ action, name = "q", label, button, hint, defaultValue, children }: SearchBoxProps) {
  const id = useId();
  return (
    <form action={action} method="get" role="search" className="max-w-form print:hidden">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-note text-ink-soft">
          {hint}
        </p>
      )}
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          id={id}
          name={name}
          type="search"
          defaultValue={defaultValue}
          autoComplete="off"
          spellCheck={false}
          className="field min-w-0 flex-1 basis-48"
          {...(hint && { "aria-describedby": `${id}-hint` })}
        />
        {!children && <Button icon="search">{button}</Button>}
      </div>
      {children && (
        <div className="mt-4 flex flex-wrap items-end gap-4">
          <div className="grid flex-1 basis-64 gap-4 sm:auto-cols-fr sm:grid-flow-col">{children}</div>
          <Button icon="search">{button}</Button>
        </div>
      )}
    </form>
  );
}

/** Filters as a form whose answers stand in the address. */
export function FilterBar({ action, button, children }: { action: string; button: string; children: ReactNode }) {
  return (
    <form
      action={action}
      method="get"
      className="flex flex-wrap items-end gap-x-4 gap-y-3 rounded bg-mist p-4 print:hidden"
    >
      {children}
      <Button kind="secondary">{button}</Button>
    </form>
  );
}
