import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type Step = { href: string; label: string };

type PaginationProps = { label: string; previous?: Step; next?: Step; note?: ReactNode };

/** Previous and next through a long list. */
export function Pagination({ label, previous, next, note }: PaginationProps) {
  if (!previous && !next && !note) return null;
  const look =
    "inline-flex min-h-11 items-center gap-1 font-semibold text-brand underline underline-offset-4 hover:text-brand-strong";
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-6 gap-y-1 print:hidden">
      {previous && (
        <Link href={previous.href} rel="prev" prefetch={false} className={look}>
          <Icon name="back" size={16} />
          {previous.label}
        </Link>
      )}
      {next && (
        <Link href={next.href} rel="next" prefetch={false} className={look}>
          {next.label}
          <Icon name="chevron" size={16} />
        </Link>
      )}
      {note && <span className="text-note text-ink-soft">{note}</span>}
    </nav>
  );
}
