"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** A page that replaced another begins at its heading, for the ear and the keyboard as for the eye. */
export function FocusOnNavigation() {
  const pathname = usePathname();
  // A language switch is the same page: focus and place stay.
  const page = pathname.replace(/^\/[^/]+/, "");
  const last = useRef(page);

  useEffect(() => {
    if (last.current === page) return;
    last.current = page;
    // What asks for the focus by itself, such as an error summary, has it already.
    if (document.activeElement?.closest("main")) return;
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [page]);

  return null;
}
