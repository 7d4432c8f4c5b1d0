import * as z from "zod";
import { carriedFields, type FormValues } from "@/lib/domain/form";
import { ok, refuse, type Result } from "@/lib/domain/result";

const messageKey = /^[a-z_]+(\.\w+)+$/;

/** Reads what was sent by its schema, or says for each field what is wrong with it, as a message key. */
export function parse<S extends z.ZodType>(schema: S, values: Record<string, unknown>): Result<z.output<S>> {
  const read = schema.safeParse(values);
  if (read.success) return ok(read.data);

  const fields: Record<string, string> = {};
  for (const { path, message } of read.error.issues) {
    const field = path.join(".");
    // The first fault of a field is the one to mend first. A field nobody may send has no words of its own.
    if (field) fields[field] ??= messageKey.test(message) ? message : faultOf(values[field]);
  }
  return refuse({ code: "invalid_input", fields });
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

/** What was typed, to be shown again beside a refusal; what is secret is never sent back. */
export function typedAgain(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|idempotencyKey/i.test(name)));
}
