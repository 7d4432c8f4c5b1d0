"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { FormValues } from "@/lib/domain/form";

const Resumed = createContext<FormValues | null>(null);

/** Hands the forms of a page what somebody typed there before their session ran out. */
export function ResumedWords({ values, children }: { values: FormValues | null; children: ReactNode }) {
  return <Resumed value={values}>{children}</Resumed>;
}

// What tells one rendering of a form from the next, and not one form from another.
const ofOneRendering = new Set(["form", "revision", "seen", "typed", "version"]);

/** Tells one form of a page from another: where its ids begin, and what it is about. */
export function nameOfForm(idPrefix: string, hidden: Record<string, string>): string {
  const about = Object.entries(hidden).filter(([name]) => !ofOneRendering.has(name));
  return [idPrefix, ...about.map(([name, value]) => `${name}=${value}`)].join(" ");
}

/** What was typed into the form of this name, or null where it was another one. */
export function useResumed(name: string): FormValues | null {
  const values = useContext(Resumed);
  return values?.["whichForm"] === name ? values : null;
}
