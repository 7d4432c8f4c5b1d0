import clsx from "clsx";
import type { ReactNode } from "react";

export type HeadingSize = "xl" | "l" | "m" | "s";

const sizes: Record<HeadingSize, string> = {
  xl: "text-h2 sm:text-h1",
  l: "text-h3 sm:text-h2",
  m: "text-lead sm:text-h3",
  s: "text-form sm:text-lead",
};

const sizeOfLevel: Record<1 | 2 | 3 | 4, HeadingSize> = { 1: "xl", 2: "m", 3: "s", 4: "s" };

/** How a heading looks, for legends and labels that are the heading of their page. */
export function headingLook(size: HeadingSize): string {
  return clsx("block font-semibold leading-heading text-balance", sizes[size]);
}

type HeadingProps = {
  level?: 1 | 2 | 3 | 4;
  size?: HeadingSize;
  /** A small line above, part of the heading: the filing it belongs to, the step of a task. */
  caption?: ReactNode;
  id?: string;
  children: ReactNode;
};

export function Heading({ level = 1, size = sizeOfLevel[level], caption, id, children }: HeadingProps) {
  const Level = `h${level}` as const;
  return (
    <Level className={headingLook(size)} {...(id && { id })} {...(level === 1 && { tabIndex: -1 })}>
      {caption && <span className="mb-1 block text-form leading-text font-normal text-ink-soft">{caption}</span>}
      {children}
    </Level>
  );
}

/** The first paragraph under a heading. */
export function Lead({ children }: { children: ReactNode }) {
  return <p className="max-w-measure text-lead text-ink-soft">{children}</p>;
}

/** Running text written as plain paragraphs, lists and headings. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
