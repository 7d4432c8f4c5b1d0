"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";
import { fieldWidths, type FieldWidth } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/hydrated";
import { useField } from "./form-context";
import { described, Labelled, type FieldProps } from "./labelled";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "tel" | "url" | "date";
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel";
  autoComplete?: string;
  width?: FieldWidth;
  /** The language of what is typed, when it is not the page's. */
  lang?: string;
  /** Never kept in the browser, not even until the line is back: identity numbers. */
  sensitive?: boolean;
  spellCheck?: boolean;
  prefix?: ReactNode;
  suffix?: ReactNode;
};

export function TextField({
  name,
  type = "text",
  inputMode,
  autoComplete = "off",
  width = "full",
  lang,
  sensitive,
  spellCheck = false,
  prefix,
  suffix,
  ...frame
}: TextFieldProps) {
  const field = useField(name);
  return (
    <Labelled field={field} {...frame}>
      <span className="flex items-center gap-2">
        {prefix && <span className="text-ink-soft">{prefix}</span>}
        <input
          id={field.id}
          name={name}
          type={type}
          defaultValue={field.value}
          autoComplete={autoComplete}
          spellCheck={spellCheck}
          className={clsx("field", fieldWidths[width])}
          {...(inputMode && { inputMode })}
          {...(lang && { lang })}
          {...(sensitive && { "data-sensitive": "" })}
          {...described(field, frame.hint)}
        />
        {suffix && <span className="text-ink-soft">{suffix}</span>}
      </span>
    </Labelled>
  );
}

type TextAreaProps = FieldProps & { rows?: number; maxLength?: number; lang?: string };

export function TextArea({ name, rows = 5, maxLength, lang, ...frame }: TextAreaProps) {
  const t = useTranslations("form");
  const field = useField(name);
  const [length, setLength] = useState(field.value.length);
  const hydrated = useHydrated();
  const left = (maxLength ?? 0) - length;
  return (
    <Labelled field={field} {...frame}>
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={field.value}
        onChange={(event) => setLength(event.target.value.length)}
        className="field w-full"
        {...(lang && { lang })}
        {...described(field, frame.hint)}
      />
      {maxLength !== undefined && hydrated && (
        <p aria-live="polite" className={clsx("mt-1 text-note", left < 0 ? "font-semibold text-red" : "text-ink-soft")}>
          {left < 0 ? t("characters_over", { count: -left }) : t("characters_left", { count: left })}
        </p>
      )}
    </Labelled>
  );
}

type PasswordFieldProps = FieldProps & { autoComplete: "current-password" | "new-password" };

/** A password that can be shown and pasted into, and is never sent back. */
export function PasswordField({ name, autoComplete, ...frame }: PasswordFieldProps) {
  const t = useTranslations("form");
  const field = useField(name);
  const [shown, setShown] = useState<boolean | null>(null);
  const hydrated = useHydrated();
  return (
    <Labelled field={field} {...frame}>
      <span className="flex max-w-[30rem] flex-wrap gap-2">
        <input
          id={field.id}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          data-sensitive=""
          className="field min-w-0 flex-1 basis-48"
          {...described(field, frame.hint)}
        />
        {hydrated && (
          <button
            type="button"
            className={buttonLook("secondary")}
            aria-controls={field.id}
            aria-label={t(shown ? "hide_password_long" : "show_password_long")}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? "hide_password" : "show_password")}
          </button>
        )}
        <span role="status" className="for-ear">
          {shown !== null && t(shown ? "password_shown" : "password_hidden")}
        </span>
      </span>
    </Labelled>
  );
}

type CodeFieldProps = FieldProps & { kind?: "otp" | "verification" | "plain" };

/** A code copied from a screen or from paper; spaces are welcome. */
export function CodeField({ name, kind = "plain", ...frame }: CodeFieldProps) {
  const field = useField(name);
  return (
    <Labelled field={field} {...frame}>
      <input
        id={field.id}
        name={name}
        type="text"
        defaultValue={kind === "otp" ? "" : field.value}
        inputMode={kind === "otp" ? "numeric" : "text"}
        autoComplete={kind === "otp" ? "one-time-code" : "off"}
        autoCapitalize={kind === "verification" ? "characters" : "none"}
        spellCheck={false}
        className={clsx("field code", kind === "verification" ? fieldWidths[30] : fieldWidths[10])}
        {...(kind === "otp" && { "data-sensitive": "" })}
        {...described(field, frame.hint)}
      />
    </Labelled>
  );
}

/** A value that goes with the form and is not shown. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
