import type { Refusal } from "./result";

export type FormValues = Record<string, string | string[]>;

/** What an action answers a form with: nothing yet, a refusal beside what was typed, or done. */
export type ActionState =
  { status: "idle" } | { status: "refused"; refusal: Refusal; values: FormValues } | { status: "done" };

export type FormAction = (previous: ActionState, data: FormData) => Promise<ActionState>;

/** Fields that travel with every form and belong to none: the framework's own, and ours. */
export const carriedFields = ["idempotencyKey", "version", "whichForm"] as const;

const datePart = /^(.+)-(day|month|year)$/;

/**
 * Reads a posted form the same way in the browser and on the server: `name[]` is a list, three date parts are one
 * `YYYY-MM-DD`, everything else is the string that was typed.
 */
export function readForm(data: FormData): FormValues {
  const values: FormValues = {};
  const dates = new Map<string, Record<string, string>>();

  for (const [key, value] of data.entries()) {
    if (key.startsWith("$ACTION") || typeof value !== "string") continue;

    const [, date, part] = datePart.exec(key) ?? [];
    if (date && part) {
      dates.set(date, { ...dates.get(date), [part]: value.normalize("NFKC").trim() });
      continue;
    }

    const list = key.endsWith("[]");
    const name = list ? key.slice(0, -2) : key;
    const earlier = values[name];
    // A single field that comes twice becomes a list on purpose: its schema then refuses it.
    if (list || earlier !== undefined) values[name] = [...(earlier ?? []), value].flat();
    else values[name] = value;
  }

  for (const [name, parts] of dates) values[name] = joinDate(parts);
  return values;
}

/** Three typed parts as one date, or as what was typed when they make none; nothing typed is an empty string. */
export function joinDate({ year = "", month = "", day = "" }: Record<string, string>): string {
  if (!year && !month && !day) return "";
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The day, month and year of a date as they are shown in three fields. */
export function splitDate(date: string): { year: string; month: string; day: string } {
  const [year = "", month = "", day = ""] = date.split("-");
  return { year, month: withoutZero(month), day: withoutZero(day) };
}

const twoDigits = (part: string) => (part === "" ? "" : part.padStart(2, "0"));
const withoutZero = (part: string) => part.replace(/^0(?=\d)/, "");
