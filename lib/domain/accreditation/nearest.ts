import { twoGrams } from "@/lib/domain/person/search-key";

const near = 0.4;

/** The entries with words most like those that were typed, best first; none that are not alike. Both are search keys. */
export function nearestTo<T extends { searchKey: string }>(typed: string, entries: readonly T[], most: number): T[] {
  const asked = wordsOf(typed);
  return entries
    .map((entry) => ({ entry, likeness: likeness(asked, wordsOf(entry.searchKey)) }))
    .filter((found) => found.likeness >= near)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ entry }) => entry);
}

type Parts = ReadonlySet<string>;

/** The parts of each word: pairs of characters, and single ones where a character is a word by itself. */
function wordsOf(key: string): Parts[] {
  return key
    .split(" ")
    .filter(Boolean)
    .map((word) => new Set([...twoGrams(word), ...(word.match(/\p{Script=Han}/gu) ?? [])]));
}

/** How like the words that were asked for are, on average, to the best match of each. */
function likeness(asked: readonly Parts[], held: readonly Parts[]): number {
  const best = asked.map((word) => Math.max(0, ...held.map((other) => shared(word, other))));
  return best.reduce((sum, share) => sum + share, 0) / Math.max(1, best.length);
}

function shared(one: Parts, other: Parts): number {
  const common = [...one].filter((part) => other.has(part)).length;
  return (2 * common) / Math.max(1, one.size + other.size);
}
