import { createTranslator } from "use-intl/core";
import { timeZone } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { messagesIn } from "@/lib/i18n/messages";

/** The words of the app in a language: a journey looks for what a person reads. */
export function wordsIn(locale: Locale) {
  return createTranslator({ locale, messages: messagesIn(locale), timeZone });
}

export type Words = ReturnType<typeof wordsIn>;
