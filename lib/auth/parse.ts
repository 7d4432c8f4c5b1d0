import type * as z from "zod";
import type { FormValues } from "@/lib/domain/form";
import { problemsIn } from "@/lib/domain/form-problems";
import { ok, refuse, type Result } from "@/lib/domain/result";

/** Reads what was sent by its schema, or says for each field what is wrong with it, as a message key. */
export function parse<S extends z.ZodType>(schema: S, values: Record<string, unknown>): Result<z.output<S>> {
  const read = schema.safeParse(values);
  return read.success ? ok(read.data) : refuse({ code: "invalid_input", fields: problemsIn(read.error, values) });
}

/** What was typed, to be shown again beside a refusal; what is secret is never sent back. */
export function typedAgain(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|idempotencyKey/i.test(name)));
}
