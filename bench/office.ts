/** The password of everybody who signs in to a bench's office; it lives as long as its scratch database. */
export const benchPassword = "a bench is not an office 4711";

/** How many filings stand ready for the requests that change one, and how many of the other late ones are still open. */
export function stockFor(filings: number): { each: number; openChance: number } {
  const each = Math.min(700, Math.floor(filings / 20));
  const open = Math.max(0.1 * filings - 2 * each, 0.03 * filings);
  return { each, openChance: open / (0.3 * filings - 2 * each) };
}
