/** Real time, for sessions, codes, limits and jobs. Deadlines and dates of the field use office time. */
export function wallTime(): Date {
  return new Date();
}
