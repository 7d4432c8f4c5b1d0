import clsx from "clsx";
import Link from "next/link";
import type { Key, ReactNode } from "react";
import { Icon } from "./icon";

export type Sort = {
  href: string;
  /** Says what the link does: "Sort by date". */
  label: string;
  /** How the rows stand now, if they stand by this column. */
  direction?: "ascending" | "descending";
};

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Names the row. */
  rowHeader?: boolean;
  numeric?: boolean;
  sort?: Sort;
};

type TableProps<Row> = {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  /** What stands in place of the table when there are no rows. */
  empty?: ReactNode;
};

/** A table that becomes a list of cards where it would not fit. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const sortable = columns.some((column) => column.sort);
  return (
    <table className="w-full max-sm:block print:table">
      <caption
        className={clsx(
          captionHidden ? "for-ear" : "pb-2 text-start text-form font-semibold max-sm:block print:table-caption",
        )}
      >
        {caption}
      </caption>
      <thead className={clsx("print:table-header-group", sortable ? "max-sm:block" : "max-sm:for-ear")}>
        <tr className="border-b-2 border-line max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 print:table-row">
          {columns.map(({ key, head, numeric, sort }) => (
            <th
              key={key}
              scope="col"
              className={clsx(
                "py-2 pe-4 align-bottom text-note font-semibold text-ink-soft last:pe-0 print:table-cell",
                numeric ? "text-end max-sm:text-start" : "text-start",
                sortable && !sort && "max-sm:hidden",
              )}
              {...(sort?.direction && { "aria-sort": sort.direction })}
            >
              {sort ? <SortLink sort={sort}>{head}</SortLink> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block print:table-row-group">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="card-row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { head, cell, rowHeader, numeric } = column;
  const look = clsx("cell", numeric && "text-end max-sm:text-start", rowHeader && "font-semibold");
  const content = (
    <>
      {/* On a phone each line of the card but its title carries its column's name; the ear still hears the column head. */}
      {!rowHeader && (
        <span aria-hidden="true" className="cell-label">
          {head}
        </span>
      )}
      <div className="cell-words">{cell(row)}</div>
    </>
  );
  if (!rowHeader) return <td className={look}>{content}</td>;
  return (
    <th scope="row" className={look}>
      {content}
    </th>
  );
}

function SortLink({ sort, children }: { sort: Sort; children: ReactNode }) {
  return (
    <Link
      href={sort.href}
      prefetch={false}
      aria-label={sort.label}
      title={sort.label}
      className="inline-flex min-h-6 items-center gap-1 text-brand underline underline-offset-4 hover:text-brand-strong"
    >
      {children}
      {sort.direction && (
        <Icon name="chevron" size={14} className={sort.direction === "ascending" ? "-rotate-90" : "rotate-90"} />
      )}
    </Link>
  );
}
