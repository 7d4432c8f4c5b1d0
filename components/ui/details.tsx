import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type DetailsProps = {
  summary: ReactNode;
  open?: boolean;
  openOnPaper?: boolean;
  /** For a table, which needs more room than a line of text. */
  wide?: boolean;
  children: ReactNode;
};

/** Something that some readers want to know more of. */
export function Details({ summary, open, openOnPaper, wide, children }: DetailsProps) {
  return (
    <details className={openOnPaper ? "group open-on-paper" : "group"} {...(open && { open })}>
      <summary className="inline-flex min-h-6 items-center gap-1.5 text-brand hover:text-brand-strong">
        <Icon name="chevron" size={16} className="group-open:rotate-90 print:hidden" />
        <span className="underline underline-offset-4">{summary}</span>
      </summary>
      <div
        className={clsx("mt-2 border-s-4 border-line py-1 ps-4 print:border-0 print:ps-0", !wide && "max-w-measure")}
      >
        {children}
      </div>
    </details>
  );
}
