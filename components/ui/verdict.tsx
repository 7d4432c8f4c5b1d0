import clsx from "clsx";
import type { ReactNode } from "react";

export type VerdictKind = "valid" | "suspended" | "ended" | "replaced" | "unknown";

const boxes: Record<VerdictKind, string> = {
  valid: "border-jade bg-jade-tint",
  suspended: "border-gold bg-gold-tint",
  ended: "border-edge bg-mist",
  replaced: "border-brand bg-brand-tint",
  unknown: "border-red bg-red-tint",
};

const colours: Record<VerdictKind, string> = {
  valid: "text-jade",
  suspended: "text-gold",
  ended: "text-ink-soft",
  replaced: "text-brand",
  unknown: "text-red",
};

/** `level` is 1 where the answer is the page. */
type VerdictProps = { kind: VerdictKind; title: string; level?: 1 | 2 | 3; children?: ReactNode };

/** The answer to "is this certificate good?": one of five words, each with a shape of its own. */
export function Verdict({ kind, title, level = 1, children }: VerdictProps) {
  const Level = `h${level}` as const;
  return (
    <div
      className={clsx("keep-together flex items-start gap-4 rounded border-2 px-5 py-5 sm:gap-5 sm:px-6", boxes[kind])}
    >
      <svg
        viewBox="0 0 48 48"
        width={52}
        height={52}
        fill="none"
        stroke="currentColor"
        strokeWidth={3}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        className={clsx("flex-none", colours[kind])}
      >
        {shapes[kind]}
      </svg>
      <div className="min-w-0">
        <Level tabIndex={-1} className="text-h2 leading-heading font-semibold sm:text-h1">
          {title}
        </Level>
        {children && <div className="mt-1">{children}</div>}
      </div>
    </div>
  );
}

const shapes: Record<VerdictKind, ReactNode> = {
  // A disc with a tick.
  valid: (
    <>
      <circle cx={24} cy={24} r={21} />
      <path d="M14 25l7 7 13.5-15" />
    </>
  ),
  // An octagon with two bars.
  suspended: (
    <>
      <path d="M15.5 3.5h17l12 12v17l-12 12h-17l-12-12v-17l12-12" />
      <path d="M19.5 17v14M28.5 17v14" />
    </>
  ),
  // A square, closed by a line.
  ended: (
    <>
      <rect x={4} y={4} width={40} height={40} rx={3} />
      <path d="M14 24h20" />
    </>
  ),
  // A sheet before a sheet.
  replaced: (
    <>
      <path d="M12 12V4h32v32h-8" />
      <rect x={4} y={12} width={32} height={32} rx={2} />
      <path d="M13 28h13M21 22.5l5.5 5.5-5.5 5.5" />
    </>
  ),
  // A diamond with a question.
  unknown: (
    <>
      <path d="M24 2.5 45.5 24 24 45.5 2.5 24 24 2.5" />
      <path d="M19.5 19.5c.3-2.8 2.2-4.3 4.7-4.3 2.7 0 4.6 1.7 4.6 4.1 0 3.5-4.7 3.7-4.7 7.2M24 32.3v.5" />
    </>
  ),
};
