"use client";

import { usePathname } from "next/navigation";
import { Accident, localeOfPath } from "@/components/shell/accident";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const locale = localeOfPath(usePathname());
  return <Accident locale={locale} again={reset} {...(error.digest && { reference: error.digest })} />;
}
