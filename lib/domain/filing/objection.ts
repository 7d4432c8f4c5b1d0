import { addDays } from "@/lib/domain/calendar/working-days";

/** For so many calendar days after a refusal its professional may object to it. */
export const objectionDays = 28;

/** The last day on which an objection to a refusal of this day is in time. */
export function objectBy(decidedOn: string): string {
  return addDays(decidedOn, objectionDays);
}

/** Where the professional's words against a refusal stand among the answers. */
export const objectionStatement = "objection_statement";
