import type { Locale } from "./locales";

/** The one zone in which the office and its people live. */
export const timeZone = "Asia/Shanghai";

/** The tags under which Intl knows how each language writes dates and numbers here. */
export const intlTag: Record<Locale, string> = { en: "en-GB", "zh-Hant": "zh-HK", "zh-Hans": "zh-CN" };

const formats = {
  date: { dateStyle: "long" },
  month: { year: "numeric", month: "long" },
  shortMonth: { month: "short" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, format: keyof typeof formats, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${format} ${zone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(intlTag[locale], { ...formats[format], timeZone: zone });
  formatters.set(key, made);
  return made;
}

/** A day of the calendar in words: 22 November 2026, 2026年11月22日. */
export function dateWords(locale: Locale, day: string): string {
  return formatter(locale, "date", "UTC").format(new Date(`${day}T00:00:00Z`));
}

/** The month of a day in words: November 2026, 2026年11月. */
export function monthWords(locale: Locale, day: string): string {
  return formatter(locale, "month", "UTC").format(new Date(`${day}T00:00:00Z`));
}

/** The month of a day where there is room for little: Nov, 11月. */
export function shortMonthWords(locale: Locale, day: string): string {
  return formatter(locale, "shortMonth", "UTC").format(new Date(`${day}T00:00:00Z`));
}

/** The day of a moment, as the office counts it, in words. */
export function instantDateWords(locale: Locale, at: Date): string {
  return formatter(locale, "date", timeZone).format(at);
}

/** The time of day of a moment, as the office counts it: 14:05. */
export function timeWords(locale: Locale, at: Date): string {
  return formatter(locale, "time", timeZone).format(at);
}

/** A moment as day and time: 22 November 2026, 14:05. */
export function instantWords(locale: Locale, at: Date): string {
  return `${instantDateWords(locale, at)}${locale === "en" ? ", " : " "}${timeWords(locale, at)}`;
}

const numbers = new Map<Locale, Intl.NumberFormat>();

/** A number with its thousands set apart by a comma. */
export function numberWords(locale: Locale, value: number): string {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(intlTag[locale]);
  numbers.set(locale, known);
  return known.format(value);
}
