"use client";

import { usePathname } from "next/navigation";
import { Accident, localeOfPath } from "@/components/shell/accident";
import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for the whole page where even its frame could not be drawn. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  const locale = localeOfPath(usePathname());
  return (
    <html lang={locale}>
      <body>
        <main id="main">
          <Accident locale={locale} again={reset} {...(error.digest && { reference: error.digest })} />
        </main>
      </body>
    </html>
  );
}
