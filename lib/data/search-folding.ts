import { Converter } from "opencc-js/t2cn";
import { issuingBodyInitials } from "@/lib/domain/accreditation/initials";
import type { ListRow } from "@/lib/domain/accreditation/schema";
import type { Names } from "@/lib/domain/person/names";
import { searchKey } from "@/lib/domain/person/search-key";

const convert = Converter({ from: "hk", to: "cn" });
const han = /\p{Script=Han}/u;
const folded = new Map<string, string>();

/** The form under which words and names are found in either script, in any width, case and punctuation. Never for showing. */
export function foldForSearch(text: string): string {
  return searchKey(text, toSimplified);
}

/** What a person is found by: the name in Chinese and in Latin letters, the given names also written as one word. */
export function nameSearchKey({ nameZh, surname, givenNames }: Names): string {
  const words = foldForSearch([nameZh, surname, givenNames].filter(Boolean).join(" "));
  const given = foldForSearch(givenNames ?? "");
  return given.includes(" ") ? `${words} ${given.replaceAll(" ", "")}` : words;
}

export type SearchableEntry = Pick<
  ListRow,
  | "code"
  | "field"
  | "qualification_en"
  | "qualification_zh_hant"
  | "qualification_zh_hans"
  | "issuing_body_en"
  | "issuing_body_zh_hant"
  | "issuing_body_zh_hans"
>;

/** What a list entry is found by: its qualification and board in three languages, the board's initials, its field and code. */
export function entrySearchKey(row: SearchableEntry): string {
  const texts = [
    row.qualification_en,
    row.qualification_zh_hant,
    row.qualification_zh_hans,
    row.issuing_body_en,
    row.issuing_body_zh_hant,
    row.issuing_body_zh_hans,
    issuingBodyInitials(row.issuing_body_en),
    row.field,
    row.code,
  ];
  // Names of one qualification in two scripts mostly fold into one.
  return [...new Set(texts.map(foldForSearch))].join(" ");
}

// Character by character: what a character becomes must not depend on its neighbours, or a part of a name would not be found in it.
function toSimplified(text: string): string {
  return Array.from(text, (character) => {
    if (!han.test(character)) return character;
    const known = folded.get(character);
    if (known !== undefined) return known;
    const simplified = convert(character);
    folded.set(character, simplified);
    return simplified;
  }).join("");
}
