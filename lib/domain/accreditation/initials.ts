const smallWords = new Set(["of", "and", "the", "for", "in", "to", "at"]);

/** The initials by which a board is known, with and without its place: "HKICPA", "ARB". Empty where it has one word only. */
export function issuingBodyInitials(nameInEnglish: string): string {
  return [...new Set([withoutPlace(nameInEnglish), nameInEnglish].map(initialsOf))]
    .filter((it) => it.length > 1)
    .join(" ");
}

const withoutPlace = (name: string) => name.replace(/\([^)]*\)/g, " ").replace(/,.*$/, " ");

function initialsOf(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !smallWords.has(word.toLowerCase()))
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
