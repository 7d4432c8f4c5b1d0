import type { ReactNode } from "react";
import { Icon } from "./icon";

/** The end of a journey: it is done, and this is its number. */
export function ConfirmationPanel({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="keep-together rounded border border-jade bg-jade-tint px-6 py-8 sm:px-8">
      <h1 tabIndex={-1} className="flex items-start gap-3 text-h2 leading-heading font-semibold sm:text-h1">
        <Icon name="tick" size={36} className="mt-0.5 text-jade sm:mt-1" />
        <span>{title}</span>
      </h1>
      {children && <div className="mt-3 text-lead">{children}</div>}
    </div>
  );
}

/** A box for something that stands on its own beside others. */
export function Card({ children }: { children: ReactNode }) {
  return <div className="keep-together rounded border border-line bg-card p-5">{children}</div>;
}
