import { pathIn } from "@/lib/i18n/paths";
import { locales } from "@/lib/i18n/locales";

/** Tells machines that a page exists in three equal languages. */
export function Alternates({ path }: { path: `/${string}` }) {
  return locales.map((locale) => <link key={locale} rel="alternate" hrefLang={locale} href={pathIn(locale, path)} />);
}
