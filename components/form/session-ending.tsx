"use client";

import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";
import type { FormAction } from "@/lib/domain/form";
import { touchSession, whenSessionTouched } from "./session-touch";

type SessionEndingProps = {
  /** How long a session lasts when nothing happens. */
  seconds: number;
  /** How long before its end the question is asked. */
  warnAt: number;
  /** Anything asked of the server keeps the session; this asks for nothing else. */
  keepAlive: FormAction;
  signInHref: string;
  /** How to leave now: a button or a link. */
  children?: ReactNode;
};

const spokenAt = [5, 2, 1];

/** Asks, before a session ends, whether somebody is still there. One answer speaks for all tabs. */
export function SessionEnding({ seconds, warnAt, keepAlive, signInHref, children }: SessionEndingProps) {
  const t = useTranslations("form.session");
  const id = useId();
  const pathname = usePathname();
  const dialog = useRef<HTMLDialogElement>(null);
  const touch = useRef(() => undefined as void);
  const [minutes, setMinutes] = useState<number | null>(null);

  useEffect(() => {
    const channel = new BroadcastChannel("session");
    let end = performance.now() + seconds * 1000;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function look() {
      clearTimeout(timer);
      const left = Math.round((end - performance.now()) / 1000);
      if (left <= 0) {
        // Without its language: somebody may come back in another.
        const page = window.location.pathname.replace(/^\/[^/]+/, "") || "/";
        const back = `${page}${window.location.search}`;
        window.location.assign(`${signInHref}?${new URLSearchParams({ ended: "1", next: back })}`);
        return;
      }
      if (left <= warnAt) {
        const now = Math.ceil(left / 60);
        // Spoken when it is asked first, and again at two minutes and at one.
        setMinutes((before) => (before === null || spokenAt.includes(now) ? now : before));
        if (!dialog.current?.open) dialog.current?.showModal();
      }
      timer = setTimeout(look, (left > warnAt ? left - warnAt : 1) * 1000);
    }

    function begin() {
      end = performance.now() + seconds * 1000;
      setMinutes(null);
      dialog.current?.close();
      look();
    }

    channel.onmessage = begin;
    const deaf = whenSessionTouched(() => touch.current());
    document.addEventListener("visibilitychange", look);
    touch.current = () => {
      channel.postMessage("touched");
      begin();
    };
    look();
    return () => {
      clearTimeout(timer);
      channel.close();
      deaf();
      document.removeEventListener("visibilitychange", look);
    };
  }, [seconds, warnAt, signInHref]);

  // A page that was fetched has kept the session.
  useEffect(() => touch.current(), [pathname]);

  const stay = () => void keepAlive({ status: "idle" }, new FormData()).then(touchSession);

  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        stay();
      }}
      className="m-auto max-w-md rounded border-2 border-ink bg-card p-6 text-ink backdrop:bg-ink/60 print:hidden"
    >
      <h2 id={`${id}-title`} className="text-h3 leading-heading font-semibold">
        {t("title")}
      </h2>
      <p id={`${id}-text`} aria-live="assertive" className="mt-2">
        {minutes !== null && t("minutes", { count: minutes })}
      </p>
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
        <button type="button" className={buttonLook()} onClick={stay}>
          {t("stay")}
        </button>
        {children}
      </div>
    </dialog>
  );
}
