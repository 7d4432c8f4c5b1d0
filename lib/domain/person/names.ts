import * as z from "zod";

const latinWords = /^[\p{Script=Latin}\p{M}\s'’ʻʼ.,()/-]*$/u;
const withLetter = /[\p{L}]/u;

// Rare characters live in private areas (HKSCS) and in planes that this runtime may not know yet.
const ideograph = /[\p{Script=Han}\p{Co}\u{20000}-\u{3FFFF}]/u;
const notInChineseName = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Nd}\p{Script=Latin}]/u;

/** A name in Chinese as the identity document has it: no character of it is ever altered. Empty becomes null. */
export const chineseNameSchema = z
  .string()
  .trim()
  .max(100, "validation.too_long")
  .refine((name) => !name || (ideograph.test(name) && !notInChineseName.test(name)), "validation.name_han")
  .transform((name) => name || null);

/** A name in Latin letters, with its widths and spaces put in order. Empty becomes null. */
export const latinNameSchema = z
  .string()
  .transform((name) => name.normalize("NFKC").replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .max(100, "validation.too_long")
      .refine((name) => !name || (latinWords.test(name) && withLetter.test(name)), "validation.name_latin"),
  )
  .transform((name) => name || null);

/** A person's names: in Chinese, in Latin letters, or both; one name alone is enough. */
export const namesSchema = z
  .strictObject({ nameZh: chineseNameSchema, surname: latinNameSchema, givenNames: latinNameSchema })
  .refine((names) => names.nameZh ?? names.surname ?? names.givenNames, {
    message: "validation.one_name",
    path: ["nameZh"],
  });

export type Names = z.infer<typeof namesSchema>;

/** The two forms of a name, each to be shown with its own language: `陳大文` and `CHAN Tai Man`. */
export function displayName({ nameZh, surname, givenNames }: Names): { chinese: string | null; latin: string | null } {
  const latin = [surname?.toUpperCase(), givenNames].filter(Boolean).join(" ");
  return { chinese: nameZh, latin: latin || null };
}

/** Is this, as a register writes it, the name of this person? The order, the hyphens and a further name make no difference. */
export function isSameName(written: string, names: Names): boolean {
  const chinese = names.nameZh && onlyHan(names.nameZh);
  if (chinese && onlyHan(written).includes(chinese)) return true;
  const parts = latinWordsOf(`${names.surname ?? ""} ${names.givenNames ?? ""}`);
  if (parts.length === 0) return false;
  const on = latinWordsOf(written);
  const [fewer, more] = on.length < parts.length ? [on, parts] : [parts, on];
  // A surname alone names nobody.
  const says = fewer.length >= Math.min(2, parts.length);
  return (says && fewer.every((word) => more.includes(word))) || sorted(on) === sorted(parts);
}

const onlyHan = (text: string) => [...text.normalize("NFC")].filter((sign) => ideograph.test(sign)).join("");
const latinWordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/\p{Script=Latin}+/gu) ?? [];
// "Taiman Chan" is "CHAN Tai-man": the letters are the same.
const sorted = (words: readonly string[]) => [...words.join("")].sort().join("");

/** The whole name on one line, Chinese first: `陳大文 CHAN Tai Man`. */
export function fullName(names: Names): string {
  const { chinese, latin } = displayName(names);
  return [chinese, latin].filter(Boolean).join(" ");
}
