import type { EvidenceKey, Paper } from "@/lib/domain/accreditation/evidence";

/** What a paper is written in, as its owner says. */
export const paperLanguages = ["chinese", "chinese_or_english", "other"] as const;
export type PaperLanguage = (typeof paperLanguages)[number];

/**
 * When a Chinese version belongs to a paper. `asked`: the entry names it, and only a paper that is itself in Chinese does
 * without. `foreign`: a paper in Chinese or English does without. `never`: it is issued in Chinese, or has no words.
 */
export type ChineseRule = "asked" | "foreign" | "never";

const neverTranslated: ReadonlySet<EvidenceKey> = new Set([
  "residence_permit",
  "work_permit",
  "mainland_qualification",
  "law_exam_pass",
  "gba_legal_exam_pass",
  "training_certificate",
  "institution_filing",
  "employer_verification_statement",
  "photo",
] satisfies EvidenceKey[]);

/** When a Chinese version belongs to this paper. */
export function chineseRuleFor({ key, halves }: Pick<Paper, "key" | "halves">): ChineseRule {
  if (halves.includes("translation")) return "asked";
  return neverTranslated.has(key) ? "never" : "foreign";
}

/** Must a Chinese version stand beside the original? Where nobody said otherwise, a paper is in English. */
export function asksForChinese(rule: ChineseRule, language: PaperLanguage | null): boolean {
  if (rule === "asked") return language !== "chinese";
  return rule === "foreign" && language === "other";
}

/** What may be said of a paper's language besides what is taken for granted: nothing where it makes no difference. */
export function languageChoices(rule: ChineseRule, language: PaperLanguage | null): PaperLanguage[] {
  if (rule === "never") return [];
  if (rule === "asked") return language === "chinese" ? ["other"] : ["chinese"];
  return language === "other" ? ["chinese_or_english"] : ["other"];
}
