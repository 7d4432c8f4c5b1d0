import * as z from "zod";
import { carriedFields, type FormValues } from "./form";

const messageKey = /^[a-z_]+(\.\w+)+$/;

/** What is wrong with each field, as a message key: the first fault of a field is the one to mend first. */
export function problemsIn(error: z.ZodError, values: Record<string, unknown>): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    const field = path.join(".");
    // A fault without words of its own is an answer that is missing, or one that we cannot read.
    if (field) problems[field] ??= messageKey.test(message) ? message : faultOf(values[field]);
  }
  return problems;
}

const faultOf = (typed: unknown) =>
  typed === undefined || typed === "" ? "validation.required" : "validation.invalid";

/** What of a form is the schema's: the fields that every form carries are left out unless the schema names them. */
export function withoutCarried(schema: z.ZodType, values: FormValues): FormValues {
  const named = fieldNames(schema);
  const carried: readonly string[] = carriedFields;
  return Object.fromEntries(Object.entries(values).filter(([name]) => named.has(name) || !carried.includes(name)));
}

function fieldNames(schema: unknown): Set<string> {
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape));
  if (schema instanceof z.ZodPipe) return fieldNames(schema.in);
  if (schema instanceof z.ZodUnion) return new Set(schema.options.flatMap((option) => [...fieldNames(option)]));
  return new Set();
}
