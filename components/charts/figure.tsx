import type { ReactNode } from "react";

type ChartFigureProps = {
  /** What the drawing says, in one sentence: the caption, and all that is heard of it. */
  sentence: string;
  /** The drawing, hidden from the ear. */
  children: ReactNode;
  /** The table with the same numbers, sources and the file. */
  table?: ReactNode;
};

/** A chart as a figure: its sentence is the caption, and its table is its equal. */
export function ChartFigure({ sentence, children, table }: ChartFigureProps) {
  return (
    <figure className="grid min-w-0 gap-3">
      {children}
      <figcaption className="max-w-measure text-note text-ink-soft">{sentence}</figcaption>
      {table}
    </figure>
  );
}
