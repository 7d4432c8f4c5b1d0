export const locales = ["en", "zh-Hant", "zh-Hans"] as const;

export type Locale = (typeof locales)[number];

/** The language of whoever asks for none of ours. */
export const defaultLocale: Locale = "en";

/** Each language by its own name, for the switch. */
export const localeNames: Record<Locale, string> = { en: "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文" };
