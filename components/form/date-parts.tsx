"use client";

import { useLocale, useTranslations } from "next-intl";
import clsx from "clsx";
import { fieldWidths } from "@/components/ui/field";
import { splitDate } from "@/lib/domain/form";
import { useField } from "./form-context";
import { Grouped, type FieldProps } from "./labelled";

type Part = "day" | "month" | "year";

/** A remembered date, in three fields: day, month, year in English, 年月日 in Chinese. */
export function DateParts({ name, birthday, ...rest }: FieldProps & { birthday?: boolean }) {
  const t = useTranslations("form");
  const inEnglish = useLocale() === "en";
  const field = useField(name);
  const typed = splitDate(field.value);
  const parts: Part[] = inEnglish ? ["day", "month", "year"] : ["year", "month", "day"];
  return (
    <Grouped field={field} {...rest}>
      <div className="flex flex-wrap gap-3">
        {parts.map((part, at) => {
          // The first of the three carries the field's own id: that is where the error summary leads.
          const id = at === 0 ? field.id : `${field.id}-${part}`;
          return (
            <div key={part}>
              <label htmlFor={id} className="block">
                {t(part)}
              </label>
              <input
                id={id}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                defaultValue={typed[part]}
                autoComplete={birthday ? `bday-${part}` : "off"}
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
