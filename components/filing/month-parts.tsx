"use client";

import clsx from "clsx";
import { useLocale } from "next-intl";
import { useField } from "@/components/form/form-context";
import { Grouped, type FieldProps } from "@/components/form/labelled";
import { fieldWidths } from "@/components/ui/field";
import { splitDate } from "@/lib/domain/form";

type Part = "month" | "year";

/** A remembered month, in two fields. */
export function MonthParts({ name, words, ...rest }: FieldProps & { words: Record<Part, string> }) {
  const inEnglish = useLocale() === "en";
  const field = useField(name);
  const typed = splitDate(field.value);
  const parts: Part[] = inEnglish ? ["month", "year"] : ["year", "month"];
  return (
    <Grouped field={field} {...rest}>
      <div className="flex flex-wrap gap-4">
        {parts.map((part, at) => {
          // The first of the two carries the field's own id: that is where the error summary leads.
          const id = at === 0 ? field.id : `${field.id}-${part}`;
          return (
            <div key={part}>
              <label htmlFor={id} className="block">
                {words[part]}
              </label>
              <input
                id={id}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                defaultValue={typed[part]}
                autoComplete="off"
                className={clsx("field mt-1 tabular-nums", fieldWidths[part === "year" ? 4 : 2])}
                {...(field.problem && { "aria-invalid": true })}
              />
            </div>
          );
        })}
      </div>
    </Grouped>
  );
}
