import { expect, test } from "vitest";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import { asksForChinese, chineseRuleFor, type PaperLanguage } from "./chinese";

const paperOf = (key: EvidenceKey, evidence: readonly EvidenceKey[]) => {
  const paper = papersFor({ evidence }).find((it) => it.key === key);
  if (!paper) throw new Error(`The entry does not ask for ${key}.`);
  return paper;
};
const asked: EvidenceKey[] = [
  "id_hkid",
  "registration_certificate",
  "employment_proof",
  "work_permit",
  "photo",
  "zh_translation",
];
const unasked = asked.filter((key) => key !== "zh_translation");

test.each<[EvidenceKey, readonly EvidenceKey[], PaperLanguage | null, boolean]>([
  // The entry names a Chinese version: identity card, permit and proof of registration need one.
  ["registration_certificate", asked, null, true],
  ["registration_certificate", asked, "chinese_or_english", true],
  ["registration_certificate", asked, "other", true],
  ["registration_certificate", asked, "chinese", false],
  ["id_hkid", asked, null, true],
  // Other papers may be in Chinese or English.
  ["employment_proof", asked, null, false],
  ["employment_proof", asked, "chinese_or_english", false],
  ["employment_proof", asked, "other", true],
  // An entry that names none waives it for Chinese and English.
  ["registration_certificate", unasked, null, false],
  ["registration_certificate", unasked, "other", true],
  // Issued in Chinese, or without words.
  ["work_permit", asked, "other", false],
  ["photo", asked, "other", false],
])("%s asks for a Chinese version as the rules say", (key, evidence, language, expected) => {
  expect(asksForChinese(chineseRuleFor(paperOf(key, evidence)), language)).toBe(expected);
});
