import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { TextLink } from "./link";

/** One step up. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-6 items-center gap-1 text-note text-ink underline underline-offset-4 print:hidden"
    >
      <Icon name="back" size={14} />
      {children}
    </Link>
  );
}

/** Where a page stands; the last item is the page itself. */
export function Breadcrumb({ label, items }: { label: string; items: readonly { href?: string; label: string }[] }) {
  return (
    <nav aria-label={label} className="text-note print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {items.map((item, at) => (
          <li key={item.label} className="inline-flex items-center gap-1.5">
            {at > 0 && <Icon name="chevron" size={12} className="text-ink-soft" />}
            {item.href ? (
              <TextLink href={item.href}>{item.label}</TextLink>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
