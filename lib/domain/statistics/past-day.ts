import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Field } from "@/lib/domain/accreditation/schema";
import { canonicalJson } from "@/lib/domain/canonical-json";
import type { FilingState } from "@/lib/domain/filing/filing";

export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** A month, and the hash of its numbers as they were seen. */
export const signMonthSchema = z.strictObject({ month: monthSchema, hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type SignMonthInput = z.output<typeof signMonthSchema>;

/** What the office's numbers were when a day ended. Drafts are not among the filings: what becomes of them is not kept. */
export type PastNumbers = {
  on: string;
  registered: number;
  validThen: number;
  filings: { field: Field; state: FilingState; count: number }[];
};

/** The last day of a month. */
export function lastDayOf(month: string): string {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return `${month}-${String(daysInMonth).padStart(2, "0")}`;
}

/** The months that ended after one day and before another, the latest first. */
export function endedMonths(after: string, today: string): string[] {
  const months: string[] = [];
  const first = Temporal.PlainYearMonth.from(after.slice(0, 7));
  for (let month = Temporal.PlainYearMonth.from(today.slice(0, 7)).subtract({ months: 1 }); ;) {
    if (Temporal.PlainYearMonth.compare(month, first) < 0) return months;
    months.push(month.toString());
    month = month.subtract({ months: 1 });
  }
}

/** Numbers as they are signed: the same numbers are the same bytes. */
export function writePastNumbers({ filings, ...numbers }: PastNumbers): string {
  const sorted = filings.toSorted((a, b) => (`${a.field} ${a.state}` < `${b.field} ${b.state}` ? -1 : 1));
  return canonicalJson({ ...numbers, filings: sorted });
}

/** Numbers as they were signed, read back. */
export function readPastNumbers(written: string): PastNumbers {
  return JSON.parse(written) as PastNumbers;
}
