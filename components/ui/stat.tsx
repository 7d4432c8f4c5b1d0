import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { Meter } from "./meter";

const tones = { ink: "text-ink", brand: "text-brand", gold: "text-gold", red: "text-red", jade: "text-jade" } as const;

type StatProps = {
  label: string;
  value: ReactNode;
  /** The list behind the number. */
  href?: string;
  note?: ReactNode;
  tone?: keyof typeof tones;
  meter?: { value: number; max: number; label: string };
};

/** A number that opens its own rows. */
export function Stat({ label, value, href, note, tone = "ink", meter }: StatProps) {
  return (
    <div className="keep-together relative flex flex-col gap-1 border-line px-5 py-4 not-first:border-t sm:border-s sm:border-t-0! sm:first:border-s-0">
      <dt className="text-note font-semibold text-ink-soft">
        {href ? (
          // The whole tile is the link's target; its name stays the label.
          <Link
            href={href}
            prefetch={false}
            className="text-brand underline underline-offset-4 after:absolute after:inset-0 hover:text-brand-strong"
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className={clsx("text-h1 leading-tight font-semibold tabular-nums", tones[tone])}>{value}</dd>
      {meter && (
        <dd>
          <Meter {...meter} />
        </dd>
      )}
      {note && <dd className="text-note text-ink-soft">{note}</dd>}
    </div>
  );
}

/** Number tiles side by side. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <dl className="grid overflow-hidden rounded border border-line bg-card sm:auto-cols-fr sm:grid-flow-col print:grid-flow-col">
      {children}
    </dl>
  );
}
