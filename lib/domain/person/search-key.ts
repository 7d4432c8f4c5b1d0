const plainLetters: Record<string, string> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  ß: "ss",
};

/**
 * The form under which a text is found, however it is written: one width, one case, no accents, no punctuation, and the
 * one script that `toSimplified` makes. For searching only, never for showing.
 */
export function searchKey(text: string, toSimplified: (text: string) => string): string {
  return toSimplified(text.normalize("NFKC"))
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’ʻʼ]/g, "")
    .replace(/[^\p{L}\p{N}\p{Co}\u{20000}-\u{3FFFF}]+/gu, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .toLowerCase()
    .replace(/[æœøđðłþıß]/g, (letter) => plainLetters[letter] ?? letter)
    .trim();
}

/** Every pair of neighbouring characters in the words of a key, each once; a word of one character has none. */
export function twoGrams(key: string): string[] {
  const pairs = key.split(" ").flatMap((word) => {
    const characters = [...word];
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
  return [...new Set(pairs)];
}
