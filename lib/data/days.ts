/** The plain date that a DATE column holds. */
export function plainDay(column: Date): string {
  return column.toISOString().slice(0, 10);
}

/** The same, where the column may be empty. */
export function plainDayOrNull(column: Date | null): string | null {
  return column && plainDay(column);
}

/** What a DATE column takes for a plain date. */
export function dayColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The same, where there may be none. */
export function dayColumnOrNull(day: string | null): Date | null {
  return day === null ? null : dayColumn(day);
}
