import type { Metadata } from "next";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { localeNames, locales } from "@/lib/i18n/locales";
import { pathIn } from "@/lib/i18n/paths";
import "./globals.css";

export const metadata: Metadata = { title: "404" };

/** For addresses that are no page's and have no language: in all three. */
export default async function GlobalNotFound() {
  await connection();
  const words = await Promise.all(
    locales.map(async (locale) => ({ locale, t: await getTranslations({ locale, namespace: "common.not_found" }) })),
  );
  return (
    <html lang="en">
      <body>
        <main className="mx-auto grid w-full max-w-page gap-8 px-4 py-8 text-form sm:px-6">
          {words.map(({ locale, t }, at) => (
            <section key={locale} lang={locale} className="grid gap-2">
              {at === 0 ? (
                <h1 className="text-h2 leading-heading font-semibold">{t("title")}</h1>
              ) : (
                <h2 className="text-h2 leading-heading font-semibold">{t("title")}</h2>
              )}
              <a href={pathIn(locale, "/")} className="link">
                {t("start")} ({localeNames[locale]})
              </a>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
