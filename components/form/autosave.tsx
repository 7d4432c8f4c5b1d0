"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState, type RefObject } from "react";
import type { FormAction } from "@/lib/domain/form";
import { intlTag, timeZone } from "@/lib/i18n/dates";
import { touchSession } from "./session-touch";

export type AutosaveState = {
  status: "idle" | "saving" | "saved" | "later" | "elsewhere";
  time: string;
  restored: boolean;
};

type Unsaved = Record<string, string[]>;

const pauseBeforeSaving = 1_000;
const pauseBeforeRetrying = 15_000;

/**
 * Sends what is typed a moment after the typing stops. What has not arrived waits in this tab's own store, outlives a
 * reload and a broken line, and is forgotten as soon as it has arrived. Identity numbers and passwords never wait there.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  autosave: { save: FormAction; key: string } | null,
): AutosaveState & { forget: () => void } {
  const locale = useLocale();
  const [state, setState] = useState<AutosaveState>({ status: "idle", time: "", restored: false });
  const forget = useRef(() => undefined as void);
  const key = autosave && `unsaved:${autosave.key}`;
  const save = autosave?.save;

  useEffect(() => {
    const element = form.current;
    if (!element || !key || !save) return;
    const clock = new Intl.DateTimeFormat(intlTag[locale], {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    });
    let edits = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let underway = false;

    const say = (change: Partial<AutosaveState>) => setState((before) => ({ ...before, ...change }));
    const later = (pause: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), pause);
    };

    async function flush() {
      if (underway || !element?.isConnected || !save || !key) return;
      underway = true;
      const sent = edits;
      say({ status: "saving" });
      const data = new FormData(element);
      // Saving in between is no command of its own: the key belongs to the button, which may say the very same words.
      data.delete("idempotencyKey");
      const answer = await save({ status: "idle" }, data).catch(() => null);
      const arrived = answer?.status === "done";
      underway = false;
      if (answer?.status === "refused" && answer.refusal.code === "stale") {
        // Asking again changes nothing: whose words count is for the person to say.
        say({ status: "elsewhere" });
      } else if (arrived && sent === edits) {
        sessionStorage.removeItem(key);
        touchSession();
        say({ status: "saved", time: clock.format() });
      } else {
        say({ status: arrived ? "saving" : "later" });
        later(arrived ? pauseBeforeSaving : pauseBeforeRetrying);
      }
    }

    function edited(event: Event) {
      if (!key || !isField(event.target)) return;
      edits += 1;
      keep(key, event.target, element);
      later(pauseBeforeSaving);
    }

    if (restore(key, element)) {
      edits += 1;
      say({ restored: true });
      later(0);
    }
    const retry = () => edits > 0 && later(0);
    forget.current = () => {
      clearTimeout(timer);
      edits = 0;
      sessionStorage.removeItem(key);
    };
    element.addEventListener("input", edited);
    window.addEventListener("online", retry);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("input", edited);
      window.removeEventListener("online", retry);
    };
  }, [form, key, save, locale]);

  return { ...state, forget: () => forget.current() };
}

/** The quiet line that says whether everything is kept. */
export function AutosaveStatus({ status, time, restored }: AutosaveState) {
  const t = useTranslations("form.autosave");
  return (
    <p role="status" className="text-note text-ink-soft">
      {status === "saving" && t("saving")}
      {status === "saved" && t("saved", { time })}
      {(status === "later" || status === "elsewhere") && <span className="font-semibold text-gold">{t(status)}</span>}
      {restored && status !== "idle" && <> {t("restored")}</>}
    </p>
  );
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

function keep(key: string, field: Field, form: HTMLFormElement | null) {
  if (!form || !field.name || "sensitive" in field.dataset || field.type === "password") return;
  const values = new FormData(form).getAll(field.name).filter((value) => typeof value === "string");
  sessionStorage.setItem(key, JSON.stringify({ ...unsavedAt(key), [field.name]: values }));
}

function restore(key: string, form: HTMLFormElement): boolean {
  const unsaved = unsavedAt(key);
  for (const field of form.elements) {
    const values = isField(field) ? unsaved[field.name] : undefined;
    if (!values || !isField(field)) continue;
    if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) {
      field.checked = values.includes(field.value);
    } else {
      field.value = values[0] ?? "";
    }
  }
  return Object.keys(unsaved).length > 0;
}

function unsavedAt(key: string): Unsaved {
  return JSON.parse(sessionStorage.getItem(key) ?? "{}") as Unsaved;
}
