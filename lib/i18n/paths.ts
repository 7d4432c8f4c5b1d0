import type { Locale } from "./locales";

/** The address of a page in a language. */
export function pathIn(locale: Locale, path: `/${string}`): string {
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}
