"use client";

import { buttonLook, type ButtonKind } from "./button";
import { useHydrated } from "./hydrated";
import { Icon } from "./icon";

/** Opens the browser's print dialog; without script the browser's own menu does. */
export function PrintButton({ label, kind = "secondary" }: { label: string; kind?: ButtonKind }) {
  if (!useHydrated()) return null;
  return (
    <button type="button" className={buttonLook(kind)} onClick={() => window.print()}>
      <Icon name="print" />
      <span>{label}</span>
    </button>
  );
}
