import { wellKnown } from "./well-known-passwords";

// A long row of these is as easily guessed as a short one.
const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn",
];
const leastOfItsOwn = 4;

/**
 * Is this a password that guessers try first? One that is nothing but well-known words, words of this service, the
 * person's own address, rows of the keyboard, years and repetitions.
 */
export function isWellKnown(password: string, email: string): boolean {
  const own = email.split(/[@.+_-]/).filter((part) => part.length > 2);
  const words = [...wellKnown, ...own].sort((one, other) => other.length - one.length);
  // Once as typed, once with the usual digits read as the letters they stand for.
  return [fold(password), fold(password).replace(/[0134578@$!]/g, (sign) => letters[sign] ?? sign)].some(
    (folded) => left(folded, words) < leastOfItsOwn,
  );
}

const letters: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
};

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

/** How many different characters are left when everything well known is taken away. */
function left(folded: string, words: readonly string[]): number {
  let rest = folded;
  for (const word of words) rest = rest.replaceAll(word, " ");
  rest = rest.replace(/(19|20)\d\d/g, " ");
  rest = withoutRows(rest).replace(/(.{1,4})\1{2,}/gu, "$1");
  return new Set(rest.replace(/[^\p{L}\p{N}]/gu, "")).size;
}

function withoutRows(text: string): string {
  let rest = text;
  for (const row of rows) {
    for (const run of [row, [...row].reverse().join("")]) {
      for (let length = run.length; length >= 4; length--) {
        for (let from = 0; from + length <= run.length; from++)
          rest = rest.replaceAll(run.slice(from, from + length), " ");
      }
    }
  }
  return rest;
}
