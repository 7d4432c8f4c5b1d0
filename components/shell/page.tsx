import clsx from "clsx";
import type { ReactNode } from "react";
import { BackLink } from "@/components/ui/breadcrumb";
import { Heading } from "@/components/ui/heading";

export type PageWidth = "reading" | "form" | "wide" | "full";

const widths: Record<PageWidth, string> = {
  reading: "max-w-page text-form *:max-w-form",
  form: "max-w-page text-form *:max-w-form",
  wide: "max-w-page text-body",
  full: "text-body",
};

type PageProps = {
  /** reading and form: two thirds, larger text; wide: tables and dashboards; full: two panes beside each other. */
  width?: PageWidth;
  back?: { href: string; label: string };
  /** The one notice of the page, before its heading. */
  notice?: ReactNode;
  children: ReactNode;
};

/** What stands inside `main`: the same edges on every page. */
export function Page({ width = "reading", back, notice, children }: PageProps) {
  return (
    <div
      className={clsx(
        "flow-on-paper mx-auto grid w-full grid-cols-[minmax(0,1fr)] gap-6 px-4 py-6 sm:px-6 lg:py-8",
        widths[width],
      )}
    >
      {back && (
        <div className="-mb-2">
          <BackLink href={back.href}>{back.label}</BackLink>
        </div>
      )}
      {notice}
      {children}
    </div>
  );
}

/** Two thirds and one third, one under the other where there is no room. */
export function Columns({
  aside,
  asideFirst,
  children,
}: {
  aside: ReactNode;
  asideFirst?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="flow-on-paper grid max-w-none! gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 content-start gap-8">{children}</div>
      <div className={clsx("grid min-w-0 content-start gap-6", asideFirst && "max-lg:order-first")}>{aside}</div>
    </div>
  );
}

type SectionProps = {
  title?: string;
  level?: 2 | 3;
  id?: string;
  /** Links and buttons that belong to the section, beside its heading. */
  actions?: ReactNode;
  children: ReactNode;
};

export function Section({ title, level = 2, id, actions, children }: SectionProps) {
  return (
    <section className="grid min-w-0 gap-4 not-first:mt-4" {...(id && { id })}>
      {title && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <Heading level={level}>{title}</Heading>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
