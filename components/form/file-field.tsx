"use client";

import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useRef, useState, type ReactNode } from "react";
import * as z from "zod";
import { buttonLook } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/hydrated";
import { Icon } from "@/components/ui/icon";
import { fileLimits, mediaTypeOf, mediaTypeOfName, mediaTypes } from "@/lib/domain/document/file";
import { intlTag } from "@/lib/i18n/dates";
import { useMessageText } from "./form-context";

type FileFieldProps = {
  /** Answers a posted form with a redirect, and `Accept: application/json` with what became of the file. */
  uploadUrl: string;
  /** Which paper this is. */
  label: string;
  /** What exactly is asked: which sides, which language, certified by whom. */
  hint?: ReactNode;
  hidden?: Record<string, string>;
  /** What was wrong with the last try, where the page was loaded anew without script. */
  problem?: string;
};

type Progress =
  | { step: "waiting" }
  | { step: "sending"; name: string; done: number; total: number }
  | { step: "checking" }
  | { step: "received"; name: string; isDoubtful: boolean }
  | { step: "stopped" }
  | { step: "refused"; key: string };

const megabyte = 1024 * 1024;
const accept = Object.entries(mediaTypes)
  .flatMap(([type, endings]) => [type, ...endings.map((ending) => `.${ending}`)])
  .join(",");

const answerSchema = z.object({ signs: z.array(z.string()) });
const refusalSchema = z.object({
  refusal: z.object({ code: z.string(), fields: z.record(z.string(), z.string()).optional() }),
});

/** One paper: chosen or dropped, sent with its progress in words, or posted as a plain form without script. */
export function FileField({ uploadUrl, label, hint, hidden = {}, problem: earlier }: FileFieldProps) {
  const t = useTranslations("form.file");
  const locale = useLocale();
  const wordOf = useMessageText();
  const router = useRouter();
  const hydrated = useHydrated();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const request = useRef<XMLHttpRequest | null>(null);
  const [progress, setProgress] = useState<Progress>(earlier ? { step: "refused", key: earlier } : { step: "waiting" });
  const [over, setOver] = useState(false);

  const megabytes = new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: 1 });
  const size = (bytes: number) => megabytes.format(bytes / megabyte);
  const busy = progress.step === "sending" || progress.step === "checking";
  const problem = progress.step === "refused" ? wordOf(progress.key) : null;

  function send(file: File | undefined) {
    if (!file || !form.current) return;
    const key = problemOf(file);
    if (key) {
      setProgress({ step: "refused", key });
      return;
    }
    const data = new FormData(form.current);
    data.set("file", file);
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    xhr.upload.onprogress = ({ loaded, total }) =>
      setProgress(loaded < total ? { step: "sending", name: file.name, done: loaded, total } : { step: "checking" });
    xhr.onload = () => {
      const refused = refusalKey(xhr);
      const isDoubtful = answerSchema.safeParse(parsed(xhr.responseText)).data?.signs.length !== 0;
      setProgress(refused ? { step: "refused", key: refused } : { step: "received", name: file.name, isDoubtful });
      if (!refused) router.refresh();
    };
    xhr.onerror = () => setProgress({ step: "refused", key: "validation.file_broken" });
    xhr.onabort = () => setProgress({ step: "stopped" });
    xhr.open("POST", uploadUrl);
    xhr.setRequestHeader("Accept", "application/json");
    setProgress({ step: "sending", name: file.name, done: 0, total: file.size });
    xhr.send(data);
  }

  const describedBy = [hint && `${id}-hint`, `${id}-rules`, problem && `${id}-error`].filter(Boolean).join(" ");

  return (
    <form
      ref={form}
      action={uploadUrl}
      method="post"
      encType="multipart/form-data"
      className={clsx("rounded border border-line bg-card p-4 print:hidden", problem && "border-s-4 border-s-red")}
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
        {t("rules", { megabytes: fileLimits.bytesOfFile / megabyte })}
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
          busy && "hidden",
        )}
      >
        {/* With script the field lies unseen over its frame: the browser's own dropping, focus and name, in our look. */}
        <input
          id={id}
          type="file"
          name="file"
          accept={accept}
          required
          aria-describedby={describedBy}
          className={hydrated ? "peer absolute inset-0 cursor-pointer opacity-0" : "max-w-full"}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            send(event.target.files?.[0]);
            event.target.value = "";
          }}
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
              {t("choose")}
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
                  onChange={(event) => {
                    send(event.target.files?.[0]);
                    event.target.value = "";
                  }}
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
      {progress.step === "sending" && (
        <div className="mt-3 grid gap-1.5">
          <p className="wrap-anywhere">{t("uploading", { name: progress.name })}</p>
          <progress
            className="bar"
            value={progress.done}
            max={progress.total}
            aria-label={t("uploading", { name: progress.name })}
          />
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <p className="text-note text-ink-soft tabular-nums">
              {t("amount", { done: size(progress.done), total: size(progress.total) })}
            </p>
            <button type="button" className={buttonLook("quiet")} onClick={() => request.current?.abort()}>
              {t("cancel")}
            </button>
          </div>
        </div>
      )}
      <p role="status" className={progress.step === "received" ? "mt-2 font-semibold text-jade" : "mt-2 empty:hidden"}>
        {progress.step === "checking" && t("checking")}
        {progress.step === "received" && t(progress.isDoubtful ? "doubtful" : "received", { name: progress.name })}
        {progress.step === "stopped" && t("stopped")}
        {problem && <span className="for-ear">{problem}</span>}
      </p>
    </form>
  );
}

/** What can be seen of a file before it is sent; the server looks again, and deeper. */
function problemOf(file: File): string | null {
  // Some telephones name no type: then the name tells, as it does on the server.
  const isTaken = file.type ? mediaTypeOf(file.type) : mediaTypeOfName(file.name);
  if (!isTaken) return "validation.file_type";
  if (file.size === 0) return "validation.file_empty";
  if (file.size > fileLimits.bytesOfFile) return "validation.file_too_large";
  return null;
}

function refusalKey(xhr: XMLHttpRequest): string | null {
  if (xhr.status >= 200 && xhr.status < 300) return null;
  if (xhr.status === 413) return "validation.file_too_large";
  const answer = refusalSchema.safeParse(parsed(xhr.responseText));
  if (!answer.success) return "validation.file_broken";
  const { code, fields } = answer.data.refusal;
  return fields?.["file"] ?? `errors.${code}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
