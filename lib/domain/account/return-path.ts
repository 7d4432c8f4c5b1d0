import * as z from "zod";

const longest = 1_000;

/**
 * A page of ours to go back to, without its language, from whatever an address said: only a path of this site leads
 * anywhere, and never back to the doors themselves.
 */
export function returnPath(asked: string): `/${string}` | null {
  // A browser takes a backslash for a slash, and `//` for another site.
  if (!asked.startsWith("/") || asked.length > longest || /[\\\p{Cc}]/u.test(asked)) return null;
  if (!URL.canParse(asked, here)) return null;

  const { origin, pathname, search } = new URL(asked, here);
  const page = pathname.replace(/^\/(en|zh-Hant|zh-Hans)(?=\/|$)/, "") || "/";
  if (origin !== here || page.startsWith("//") || /^\/(sign-in|sign-up|api)(\/|$)/.test(page)) return null;
  return `/${page.slice(1)}${search}`;
}

const here = "https://here.invalid";

/** A return path as a form carries it; one that leads nowhere is left out. */
export const returnPathSchema = z
  .string()
  .default("")
  .transform((asked) => returnPath(asked));
