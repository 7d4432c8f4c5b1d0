"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, type ChangeEvent, type ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/hydrated";
import { Icon } from "@/components/ui/icon";
import { fileLimits, mediaTypes } from "@/lib/domain/document/file";
import { useMessageText } from "./form-context";
import { SendingLine } from "./sending-line";
import { useUploads, type Sending } from "./use-uploads";

type FileFieldProps = {
  /** Answers a posted form with a redirect, and `Accept: application/json` with what became of the file. */
  uploadUrl: string;
  /** Which paper this is. */
  label: string;
  /** What exactly is asked: which sides, which language, certified by whom. */
  hint?: ReactNode;
  hidden?: Record<string, string>;
  /** How many files there may be, where it may be more than one. */
  most?: number;
  /** What was wrong with the last try, where the page was loaded anew without script. */
  problem?: string;
};

const megabyte = 1024 * 1024;
const accept = Object.entries(mediaTypes)
  .flatMap(([type, endings]) => [type, ...endings.map((ending) => `.${ending}`)])
  .join(",");

/** One paper: its files chosen or dropped, each sent with its progress in words, or posted as a plain form without script. */
export function FileField({ uploadUrl, label, hint, hidden = {}, most, problem: earlier }: FileFieldProps) {
  const t = useTranslations("form.file");
  const wordOf = useMessageText();
  const hydrated = useHydrated();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { sendings, isBusy, send, stop } = useUploads(uploadUrl, form);
  const [over, setOver] = useState(false);

  const told: readonly Sending[] =
    sendings.length === 0 && earlier ? [{ name: "", step: "refused", key: earlier }] : sendings;
  const isRefused = told.some(({ step }) => step === "refused");
  // Where there are several, each line says its own.
  const [first = null] = told;
  const problem = told.length === 1 && first?.step === "refused" ? wordOf(first.key) : null;
  const rules = { megabytes: fileLimits.bytesOfFile / megabyte, most: most ?? 1 };

  function take({ target }: ChangeEvent<HTMLInputElement>) {
    const files = [...(target.files ?? [])];
    target.value = "";
    if (files.length > 0) send(files);
  }

  const describedBy = [hint && `${id}-hint`, `${id}-rules`, problem && `${id}-error`].filter(Boolean).join(" ");

  return (
    <form
      ref={form}
      action={uploadUrl}
      method="post"
      encType="multipart/form-data"
      className={clsx("rounded border border-line bg-card p-4 print:hidden", isRefused && "border-s-4 border-s-red")}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="max-w-measure text-ink-soft">
          {hint}
        </div>
      )}
      <p id={`${id}-rules`} className="text-note text-ink-soft">
        {t(most ? "rules_several" : "rules", rules)}
        {most && <noscript> {t("together", rules)}</noscript>}
      </p>
      {problem && (
        <p id={`${id}-error`} className="mt-1 max-w-measure font-semibold text-red">
          {problem}
        </p>
      )}
      <div
        className={clsx(
          "relative mt-3 flex flex-wrap items-center gap-x-4 gap-y-2",
          hydrated && "rounded border border-dashed p-3",
          over ? "border-brand bg-brand-tint" : "border-edge",
          isBusy && "hidden",
        )}
      >
        {/* With script the field lies unseen over its frame: the browser's own dropping, focus and name, in our look. */}
        <input
          id={id}
          type="file"
          name="file"
          accept={accept}
          required
          multiple={most !== undefined}
          aria-describedby={describedBy}
          className={hydrated ? "peer absolute inset-0 cursor-pointer opacity-0" : "max-w-full"}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={take}
        />
        {hydrated ? (
          <>
            <span
              aria-hidden="true"
              className={clsx(
                buttonLook("secondary"),
                "peer-focus-visible:shadow-[0_0_0_3px_var(--focus)] peer-focus-visible:outline-3 peer-focus-visible:outline-offset-3 peer-focus-visible:outline-ink",
              )}
            >
              <Icon name="upload" />
              {t(most ? "choose_several" : "choose")}
            </span>
            <span aria-hidden="true" className="text-note text-ink-soft max-sm:hidden">
              {t("drop")}
            </span>
            {/* A hand that points coarsely holds a camera, as a rule. It has no name: what it takes is sent by itself. */}
            <span className="relative z-10 hidden pointer-coarse:block">
              <label className={clsx(buttonLook("secondary"), "relative")}>
                <Icon name="camera" />
                {t("camera")}
                <span className="for-ear">: {label}</span>
                <input
                  type="file"
                  accept="image/jpeg,image/png"
                  capture="environment"
                  aria-describedby={describedBy}
                  className="absolute inset-0 cursor-pointer opacity-0"
                  onChange={take}
                />
              </label>
            </span>
          </>
        ) : (
          <button type="submit" className={buttonLook("secondary")}>
            {t("upload")}
          </button>
        )}
      </div>
      {told.length > 1 ? (
        <ol className="mt-3 grid gap-3">
          {told.map((sending, at) => (
            <li key={at}>
              <SendingLine sending={sending} stop={stop} isNamed />
            </li>
          ))}
        </ol>
      ) : (
        <SendingLine sending={first} stop={stop} />
      )}
    </form>
  );
}
