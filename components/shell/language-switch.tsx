"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { localeNames, locales, type Locale } from "@/lib/i18n/locales";

/** The same page in each language, by the language's own name. */
export function LanguageSwitch({ locale, label }: { locale: Locale; label: string }) {
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const pathIn = (other: Locale) => pathname.replace(/^\/[^/]+/, `/${other}`) + (query && `?${query}`);
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-4">
        {locales.map((other) => (
          <li key={other}>
            <link rel="alternate" hrefLang={other} href={pathIn(other)} />
            <Link
              href={pathIn(other)}
              hrefLang={other}
              lang={other}
              prefetch={false}
              // Reading goes on where it was.
              scroll={false}
              className="inline-flex min-h-11 items-center text-on-header underline underline-offset-4 hover:no-underline aria-[current]:font-semibold aria-[current]:no-underline"
              {...(other === locale && { "aria-current": "true" as const })}
            >
              {localeNames[other]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
