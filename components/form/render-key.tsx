"use client";

import type { ReactNode } from "react";
import { RenderKey } from "./form-context";

export function RenderKeyProvider({ value, children }: { value: string; children: ReactNode }) {
  return <RenderKey value={value}>{children}</RenderKey>;
}
