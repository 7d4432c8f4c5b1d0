"use client";

import { useMessages } from "next-intl";
import { createContext, useContext, type ReactNode } from "react";

/** An answer that may not be changed: what it is, and how it is shown in place of its field. */
export type StandingAnswer = { value: string; words: ReactNode };

export type FormContent = {
  idPrefix: string;
  standing: Record<string, StandingAnswer>;
  valueOf: (name: string) => string | string[] | undefined;
  problems: Record<string, string>;
};

export const FormContext = createContext<FormContent | null>(null);

/** One key per rendering of a page, from which each form on it makes the key of its attempt. */
export const RenderKey = createContext("");

export type FieldState = {
  id: string;
  value: string;
  values: string[];
  /** What is wrong, in words. */
  problem: string | null;
  /** What stands in place of the field, where it may not be changed. */
  standing: StandingAnswer | null;
};

/** What a field needs to know of the form it stands in. */
export function useField(name: string): FieldState {
  const form = useContext(FormContext);
  if (!form) throw new Error(`The field ${name} stands outside an ActionForm.`);
  const wordOf = useMessageText();
  const value = form.valueOf(name) ?? "";
  const problem = form.problems[name];
  return {
    id: `${form.idPrefix}${name}`,
    value: typeof value === "string" ? value : (value[0] ?? ""),
    values: typeof value === "string" ? (value === "" ? [] : [value]) : value,
    problem: problem === undefined ? null : wordOf(problem),
    standing: form.standing[name] ?? null,
  };
}

/** The words of a message key that a schema or a refusal carries; a key nobody wrote reads as an answer we cannot read. */
export function useMessageText(): (key: string) => string {
  const messages = useMessages();
  return (key) => textAt(messages, key) ?? textAt(messages, "validation.invalid") ?? key;
}

/** The plain text that stands at a dotted key, if one does. */
export function textAt(messages: unknown, key: string): string | null {
  const found = key
    .split(".")
    .reduce<unknown>(
      (node, part) => (typeof node === "object" && node !== null ? Reflect.get(node, part) : undefined),
      messages,
    );
  return typeof found === "string" ? found : null;
}
