import type { SavedAnswers } from "@/lib/services/save-answers";

/** Where a saved task leads: back to the page it was opened from, or to the list of tasks. */
export function afterAnswers({ address, from }: SavedAnswers): string {
  return `/filings/${address}${from ? `/${from}` : ""}`;
}
