"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks the page again every few seconds whether something has arrived, for as long as it may. */
export function ArrivalWatch({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const asking = setInterval(() => router.refresh(), 4_000);
    const ending = setTimeout(() => clearInterval(asking), seconds * 1_000);
    return () => {
      clearInterval(asking);
      clearTimeout(ending);
    };
  }, [router, seconds]);
  return null;
}
