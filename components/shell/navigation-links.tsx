"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

export type NavigationItem = { href: string; label: string };

/** The links of a menu; the one that leads here, or to the room that this page stands in, is marked. */
export function NavigationLinks({ items, className }: { items: readonly NavigationItem[]; className?: string }) {
  const pathname = usePathname();
  const here = roomOf(pathname, items);
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            prefetch={false}
            className={clsx(
              "inline-flex min-h-11 items-center border-b-[3px] pt-[3px] hover:text-brand-strong hover:underline hover:underline-offset-4",
              item === here ? "border-brand font-semibold text-ink" : "border-transparent text-brand",
            )}
            {...(item === here && { "aria-current": item.href === pathname ? "page" : "true" })}
          >
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The longest address that this page lies under; the start page, /en, lies above all and marks only itself. */
function roomOf(pathname: string, items: readonly NavigationItem[]): NavigationItem | undefined {
  const isStart = (href: string) => href.lastIndexOf("/") === 0;
  return items
    .filter(({ href }) => pathname === href || (!isStart(href) && pathname.startsWith(`${href}/`)))
    .sort((one, other) => other.href.length - one.href.length)[0];
}
