import * as z from "zod";
import type { Answers } from "@/lib/domain/filing/questions";
import { isSameName, type Names } from "@/lib/domain/person/names";

// A board goes on listing people under the name they qualified with. Whoever says which name that was is found under it,
// and may prove the change with a paper.

/** What is asked of a name somebody had before, in the order of the page. */
export const formerNameQuestions = [
  "former_name_zh",
  "former_surname",
  "former_given_names",
  "former_name_from",
  "former_name_until",
] as const;

const name = (most: number) => z.string().trim().max(most, "validation.too_long").optional();
const year = z
  .string()
  .regex(/^(19|20)\d{2}$/, "validation.year")
  .optional();

/** The fields of a former name; none need be filled in. */
export const formerNameFields = {
  former_name_zh: name(40),
  former_surname: name(80),
  former_given_names: name(120),
  former_name_from: year,
  former_name_until: year,
};

type Given = Partial<Record<(typeof formerNameQuestions)[number], string | undefined>>;

/** Do years stand there with the name they belong to? */
export function isFormerNameGiven(it: Given): boolean {
  const hasName = [it.former_name_zh, it.former_surname, it.former_given_names].some(Boolean);
  return hasName || (!it.former_name_from && !it.former_name_until);
}

/** Does the name end after it begins, where both years are known? */
export function isFormerNameInOrder({ former_name_from: from, former_name_until: until }: Given): boolean {
  return !from || !until || from <= until;
}

/** The name somebody had before, or null where none was given. */
export function formerNameIn(answers: Answers): Names | null {
  const names = {
    nameZh: textIn(answers["former_name_zh"]),
    surname: textIn(answers["former_surname"]),
    givenNames: textIn(answers["former_given_names"]),
  };
  return Object.values(names).some((it) => it !== null) ? names : null;
}

/** Is this, as a register or a paper writes it, the name somebody had before? */
export function isFormerName(written: string, answers: Answers): boolean {
  const former = formerNameIn(answers);
  return former !== null && isSameName(written, former);
}

/** The rules of an entry for somebody who answered this: a former name may be proven by a paper. */
export function rulesWithFormerName<T extends { evidence: readonly string[] }>(rules: T, answers: Answers): T {
  if (!formerNameIn(answers) || rules.evidence.includes("name_change")) return rules;
  return { ...rules, evidence: [...rules.evidence, "name_change"] };
}

const textIn = (answer: Answers[string]): string | null => (typeof answer === "string" && answer ? answer : null);
