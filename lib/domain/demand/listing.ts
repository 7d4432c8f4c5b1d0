/** What a wish is for: an entry by its code, or whatever its folded words name. */
export type WishedFor = { entryCode: string | null; key: string; askedAt: Date };
/** An entry as it was published. */
export type Published = { code: string; searchKey: string; confirmed: boolean; publishedAt: Date };

/** The entry by which a wish came true: published after it was asked for, in all of its words, or itself now confirmed. */
export function cameTrue<P extends Published>({ entryCode, key, askedAt }: WishedFor, entries: readonly P[]): P | null {
  const since = entries.filter(({ publishedAt }) => publishedAt > askedAt);
  if (entryCode !== null) return since.find(({ code, confirmed }) => code === entryCode && confirmed) ?? null;
  const words = key.split(" ").filter(Boolean);
  return since.find(({ searchKey }) => words.length > 0 && words.every((word) => searchKey.includes(word))) ?? null;
}
