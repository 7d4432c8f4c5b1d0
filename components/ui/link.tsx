import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type TextLinkProps = {
  href: string;
  children: ReactNode;
  /** Without a line until it is pointed at: for lists that are all links. */
  quiet?: boolean;
  download?: boolean;
  lang?: string;
  hrefLang?: string;
  className?: string;
};

/** A link in text. Addresses of other sites and files are left to the browser. */
export function TextLink({ href, children, quiet, download, className, ...rest }: TextLinkProps) {
  const look = clsx("link", quiet && "no-underline hover:underline", className);
  if (download || !href.startsWith("/") || href.startsWith("/api/")) {
    return (
      <a href={href} className={look} {...(download && { download: true })} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} className={look} {...rest}>
      {children}
    </Link>
  );
}

/** A link to another site, which says so. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="external noreferrer" className="link">
      {children}
      <Icon name="external" size={14} className="ms-1 align-baseline" />
    </a>
  );
}
