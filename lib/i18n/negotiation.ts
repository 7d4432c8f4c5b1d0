import { defineRouting } from "next-intl/routing";
import { defaultLocale, locales, type Locale } from "./locales";

/** How an address without a language finds its own: by the visitor's choice, else by the browser's languages. */
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: "always",
  localeCookie: { name: "locale", sameSite: "lax" },
  // The Link header would name the host that the request claims; the pages carry their own alternates.
  alternateLinks: false,
});

/**
 * The one of our languages that a browser's list asks for, or null. Chinese is told apart by script or place: a browser
 * in Hong Kong says `zh-HK, zh`, and its second, shorter wish must not outweigh the first.
 */
export function wishedLocale(acceptLanguage: string): Locale | null {
  const wishes = acceptLanguage
    .split(",")
    .map((wish) => {
      const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.trim(), quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);

  const first = wishes.find((tag) => /^(en|zh)(-|$)/.test(tag));
  if (!first) return null;
  if (first.startsWith("en")) return "en";
  const told = wishes.find((tag) => /^zh-/.test(tag)) ?? first;
  return /^zh-(hant|hk|mo|tw)/.test(told) ? "zh-Hant" : "zh-Hans";
}
