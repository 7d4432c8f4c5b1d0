import { whyClosed, type Opening } from "@/lib/domain/filing/opening";

/** What a wish is for: an entry by its code, or whatever its folded words name. */
export type WishedFor = { entryCode: string | null; key: string; askedAt: Date };
/** An entry as it was published. */
export type Published = Opening & { code: string; searchKey: string; publishedAt: Date };

/** The entry by which a wish came true: it takes filings today, and is the very one, or was published after the wish with all of its words. */
export function cameTrue<P extends Published>(
  { entryCode, key, askedAt }: WishedFor,
  entries: readonly P[],
  today: string,
): P | null {
  const words = key.split(" ").filter(Boolean);
  const isMeant = ({ code, searchKey, publishedAt }: P) =>
    entryCode === null
      ? publishedAt > askedAt && words.length > 0 && words.every((word) => searchKey.includes(word))
      : code === entryCode;
  return entries.find((entry) => isMeant(entry) && whyClosed(entry, today) === null) ?? null;
}
