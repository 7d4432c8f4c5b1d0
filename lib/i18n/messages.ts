import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Messages } from "next-intl";
import type { Locale } from "./locales";

const folder = path.join(process.cwd(), "lib/i18n/messages");

const kept = new Map<Locale, Messages>();

/** All words of a language, one namespace per file. In development they are read anew each time, so that an edit is seen. */
export function messagesIn(locale: Locale): Messages {
  const known = process.env.NODE_ENV === "production" ? kept.get(locale) : undefined;
  if (known) return known;
  const read = Object.fromEntries(
    namespaces(locale).map((namespace) => [
      namespace,
      JSON.parse(readFileSync(path.join(folder, locale, `${namespace}.json`), "utf8")),
    ]),
  ) as unknown as Messages;
  kept.set(locale, read);
  return read;
}

/** The namespaces a language has a file for, in order. */
export function namespaces(locale: Locale): string[] {
  return readdirSync(path.join(folder, locale))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
}
