"use client";

import { useLocale, useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { intlTag } from "@/lib/i18n/dates";
import { useMessageText } from "./form-context";
import type { Sending } from "./use-uploads";

type SendingLineProps = {
  /** Null before any: the line is there to be heard from the first word on. */
  sending: Sending | null;
  /** Breaks off the one that is being sent. */
  stop: () => void;
  /** It is one of several: whatever is said of it names it. */
  isNamed?: boolean;
};

const megabyte = 1024 * 1024;
const looks: Partial<Record<Sending["step"], string>> = {
  received: "mt-2 font-semibold wrap-anywhere text-jade",
  refused: "mt-2 font-semibold wrap-anywhere text-red",
  waiting: "mt-2 wrap-anywhere text-ink-soft",
};

/** How far one file is, in words that are also spoken. */
export function SendingLine({ sending, stop, isNamed = false }: SendingLineProps) {
  return (
    <>
      {sending?.step === "sending" && <HowFar {...sending} stop={stop} />}
      <p role="status" className={(sending && looks[sending.step]) ?? "mt-2 empty:hidden"}>
        {sending && <Words sending={sending} isNamed={isNamed} />}
      </p>
    </>
  );
}

type HowFarProps = Extract<Sending, { step: "sending" }> & Pick<SendingLineProps, "stop">;

function HowFar({ name, done, total, stop }: HowFarProps) {
  const t = useTranslations("form.file");
  const megabytes = new Intl.NumberFormat(intlTag[useLocale()], { maximumFractionDigits: 1 });
  const size = (bytes: number) => megabytes.format(bytes / megabyte);
  return (
    <div className="mt-3 grid gap-1.5">
      <p className="wrap-anywhere">{t("uploading", { name })}</p>
      <progress className="bar" value={done} max={total} aria-label={t("uploading", { name })} />
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="text-note text-ink-soft tabular-nums">{t("amount", { done: size(done), total: size(total) })}</p>
        <button type="button" className={buttonLook("quiet")} onClick={stop}>
          {t("cancel")}
        </button>
      </div>
    </div>
  );
}

function Words({ sending, isNamed }: { sending: Sending; isNamed: boolean }) {
  const t = useTranslations("form.file");
  const wordOf = useMessageText();
  const { name } = sending;
  const named = (text: string) => (isNamed ? t("named", { name, text }) : text);
  switch (sending.step) {
    case "waiting":
      return isNamed ? t("waiting", { name }) : null;
    case "sending":
      return null;
    case "checking":
      return named(t("checking"));
    case "received":
      return t(sending.isDoubtful ? "doubtful" : "received", { name });
    case "stopped":
      return named(t("stopped"));
    case "refused": {
      const problem = wordOf(sending.key);
      // Of a single file it stands in sight above the field.
      return isNamed ? named(problem) : <span className="for-ear">{problem}</span>;
    }
  }
}
