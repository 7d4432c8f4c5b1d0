"use client";

import clsx from "clsx";
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import { addressOf, moved, pictureOf, type EvidenceMove, type EvidenceView } from "@/components/filing/evidence-view";
import type { Zoom } from "@/lib/domain/document/file";

export type EvidenceWords = Record<EvidenceMove, string> & {
  label: string;
  failed: string;
  keys: string;
  /** One for each page. */
  positions: readonly string[];
  pictures: readonly string[];
  zoomed: Record<Zoom, string>;
};

type EvidencePagesProps = {
  documentId: string;
  pages: number;
  /** The address of the page that shows this, without the view. */
  address: string;
  view: EvidenceView;
  words: EvidenceWords;
  children?: ReactNode;
};

const widths: Record<Zoom, string> = { 100: "w-full", 150: "w-[150%]", 200: "w-[200%]", 300: "w-[300%]" };
const keys: Record<string, EvidenceMove> = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  "-": "smaller",
  "+": "larger",
  "=": "larger",
  t: "turn",
};
// What scrolls can be reached by the keyboard.
const scrollable = { role: "region", tabIndex: 0 } as const;

/** One page of a paper as a picture. Each button is a link that works by itself; with script it moves without leaving the page. */
export function EvidencePages({ documentId, pages, address, view: shown, words, children }: EvidencePagesProps) {
  const [view, setView] = useState(shown);
  const [hasFailed, setHasFailed] = useState(false);
  const frame = useRef<HTMLDivElement>(null);

  const go = (to: EvidenceView) => {
    setView(to);
    setHasFailed(false);
    if (to.page !== view.page) frame.current?.scrollTo({ top: 0 });
    window.history.replaceState(null, "", addressOf(address, to));
  };

  useEffect(() => {
    const element = frame.current;
    const press = (event: KeyboardEvent) => {
      const move = keys[event.key];
      if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
      // An enlarged page is wider than its frame: there the arrows scroll.
      if (event.key.startsWith("Arrow") && view.zoom !== 100) return;
      const to = moved(view, pages, move);
      if (!to) return;
      event.preventDefault();
      go(to);
    };
    element?.addEventListener("keydown", press);
    return () => element?.removeEventListener("keydown", press);
  });

  const step = (move: EvidenceMove, icon: IconName | null, face: string) => {
    const to = moved(view, pages, move);
    return (
      <Step href={to && addressOf(address, to)} icon={icon} face={face} label={words[move]} go={() => to && go(to)} />
    );
  };

  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 print:hidden">
        <div className="flex flex-wrap items-center gap-x-2">
          {step("previous", "back", "")}
          <span role="status" className="tabular-nums">
            {words.positions[view.page - 1]}
          </span>
          {step("next", "chevron", "")}
        </div>
        <div className="flex flex-wrap items-center gap-x-2">
          {step("smaller", null, "−")}
          <span className="min-w-12 text-center tabular-nums">{words.zoomed[view.zoom]}</span>
          {step("larger", null, "+")}
          {step("turn", null, words.turn)}
        </div>
        {children}
      </div>
      <div
        ref={frame}
        aria-label={words.label}
        className="max-h-[85vh] min-h-48 overflow-auto rounded border border-edge bg-mist print:max-h-none print:overflow-visible"
        {...scrollable}
      >
        {hasFailed ? (
          <p className="p-4 font-semibold text-red">{words.failed}</p>
        ) : (
          <img
            src={pictureOf(documentId, view)}
            alt={words.pictures[view.page - 1]}
            className={clsx("mx-auto max-w-none bg-paper", widths[view.zoom])}
            onError={() => setHasFailed(true)}
          />
        )}
      </div>
      <p className="text-note text-ink-soft max-sm:hidden print:hidden">{words.keys}</p>
    </div>
  );
}

type StepProps = { href: string | null; icon: IconName | null; face: string; label: string; go: () => void };

function Step({ href, icon, face, label, go }: StepProps) {
  const look = "inline-flex size-11 min-w-11 w-auto items-center justify-center rounded border px-2 font-semibold";
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {face && <span aria-hidden={face !== label}>{face}</span>}
      {face !== label && <span className="for-ear">{label}</span>}
    </>
  );
  if (!href) {
    return <span className={clsx(look, "border-line text-ink-soft opacity-60")}>{content}</span>;
  }
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go();
  };
  return (
    <a href={href} onClick={follow} className={clsx(look, "border-edge bg-card text-brand hover:border-ink")}>
      {content}
    </a>
  );
}
