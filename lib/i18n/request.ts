import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { timeZone } from "./dates";
import { defaultLocale, locales } from "./locales";
import { messagesIn } from "./messages";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(locales, asked) ? asked : defaultLocale;
  return { locale, messages: messagesIn(locale), timeZone };
});
