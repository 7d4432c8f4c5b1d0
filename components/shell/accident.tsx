"use client";

import { useEffect, useRef } from "react";
import { buttonLook } from "@/components/ui/button";
import { locales, type Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en/accident.json";
import zhHans from "@/lib/i18n/messages/zh-Hans/accident.json";
import zhHant from "@/lib/i18n/messages/zh-Hant/accident.json";

// An accident may have happened before any words were handed over, so it brings its own.
const words: Record<Locale, typeof en> = { en, "zh-Hant": zhHant, "zh-Hans": zhHans };

/** The language of an address, by its first part. */
export function localeOfPath(pathname: string): Locale {
  return locales.find((locale) => pathname === `/${locale}` || pathname.startsWith(`/${locale}/`)) ?? "en";
}

/** What happened, what was kept, what to do, and a number to quote. */
export function Accident({ locale, reference, again }: { locale: Locale; reference?: string; again: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, what, kept, again: tryAgain, start, reference: reading } = words[locale];

  useEffect(() => heading.current?.focus(), []);

  return (
    <div lang={locale} className="mx-auto grid w-full max-w-page gap-6 px-4 py-8 text-form sm:px-6">
      <h1 ref={heading} tabIndex={-1} className="max-w-form text-h2 leading-heading font-semibold sm:text-h1">
        {title}
      </h1>
      <div className="prose">
        <p>{what}</p>
        <p>{kept}</p>
        {reference && (
          <p>
            {reading}: <code className="code font-semibold">{reference}</code>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <button type="button" className={buttonLook()} onClick={again}>
          {tryAgain}
        </button>
        <a href={`/${locale}`} className="link">
          {start}
        </a>
      </div>
    </div>
  );
}
