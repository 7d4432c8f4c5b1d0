import { Converter } from "opencc-js/t2cn";
import { searchKey } from "@/lib/domain/person/search-key";

const toSimplified = Converter({ from: "hk", to: "cn" });

/** The key under which a text is found in either script, any width, case or accent. For searching only. */
export function foldedKey(text: string): string {
  return searchKey(text, toSimplified);
}

/** The key of a list entry: its words in three languages, its code, and the initials of the board that issues it. */
export function entrySearchKey(entry: {
  code: string;
  qualification: readonly string[];
  issuingBody: readonly string[];
}): string {
  return foldedKey(
    [...entry.qualification, ...entry.issuingBody, ...entry.issuingBody.map(initials), entry.code].join(" "),
  );
}

const initials = (name: string) =>
  [...name.replace(/\(.*?\)/g, "").matchAll(/\b[A-Z]/g)].map(([letter]) => letter).join("");
