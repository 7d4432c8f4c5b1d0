"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";
import { touchSession, whenSessionTouched } from "./session-touch";

type SessionEndingProps = {
  /** How long a session lasts when nothing happens, in milliseconds. */
  idle: number;
  /** How long before its end the question is asked. */
  announced: number;
  /** When it ends whatever happens, in milliseconds since 1970. */
  endsAt: number;
  signInHref: string;
  /** Written out beforehand, so that no page brings a formatter along for them: what is said of each number of minutes left, from one on. */
  words: { title: string; stay: string; minutes: readonly string[] };
  /** How to leave now. */
  children: ReactNode;
};

const minute = 60_000;
const spokenAt = [5, 2, 1];

/** Asks, before a session ends, whether somebody is still there. One answer speaks for all tabs. */
export function SessionEnding({ idle, announced, endsAt, signInHref, words, children }: SessionEndingProps) {
  const id = useId();
  const pathname = usePathname();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [minutes, setMinutes] = useState<number | null>(null);

  useEffect(() => {
    const tabs = new BroadcastChannel("session");
    let end = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function look() {
      clearTimeout(timer);
      const left = end - performance.now();
      if (left <= 0) {
        window.location.assign(`${signInHref}?${new URLSearchParams({ ended: "1", next: pageWithoutLanguage() })}`);
        return;
      }
      if (left > announced) {
        timer = setTimeout(look, left - announced);
        return;
      }
      const now = Math.ceil(left / minute);
      // Spoken when it is asked, and again at two minutes and at one.
      setMinutes((before) => (before === null || spokenAt.includes(now) ? now : before));
      if (!dialog.current?.open) dialog.current?.showModal();
      timer = setTimeout(look, 1000);
    }

    function beginAnew() {
      end = performance.now() + Math.min(idle, endsAt - performance.timeOrigin - performance.now());
      setMinutes(null);
      dialog.current?.close();
      look();
    }

    function touched() {
      tabs.postMessage("touched");
      beginAnew();
    }

    tabs.onmessage = beginAnew;
    const stopHearing = whenSessionTouched(touched);
    // A machine that slept looks at the clock when it wakes.
    document.addEventListener("visibilitychange", look);
    touched();
    return () => {
      clearTimeout(timer);
      tabs.close();
      stopHearing();
      document.removeEventListener("visibilitychange", look);
    };
    // A page that was fetched has kept the session, so a new address begins anew as well.
  }, [idle, announced, endsAt, signInHref, pathname]);

  function stay() {
    // Anything asked of the server keeps the session; the page itself is the least to ask for.
    router.refresh();
    touchSession();
  }

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
        {words.title}
      </h2>
      <p id={`${id}-text`} aria-live="assertive" className="mt-2">
        {minutes !== null && words.minutes[minutes - 1]}
      </p>
      <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
        <button type="button" className={buttonLook()} onClick={stay}>
          {words.stay}
        </button>
        {children}
      </div>
    </dialog>
  );
}

/** Somebody may come back in another language. */
function pageWithoutLanguage(): string {
  const { pathname, search } = window.location;
  return (pathname.replace(/^\/[^/]+/, "") || "/") + search;
}
