import { defineRouting } from "next-intl/routing";
import { defaultLocale, locales } from "./locales";

/** How an address without a language finds its own: by the visitor's choice, else by the browser's languages. */
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: "always",
  localeCookie: { name: "locale", sameSite: "lax" },
  // The Link header would name the host that the request claims; the pages carry their own alternates.
  alternateLinks: false,
});
