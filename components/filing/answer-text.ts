import type { useTranslations } from "next-intl";
import { institutionPlaces, type Job } from "@/lib/domain/filing/questions";
import { identityDocumentKinds } from "@/lib/domain/person/identity-document";
import { dateWords, monthWords, numberWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";

/** What an answer is said with. */
export type AnswerLanguage = {
  locale: Locale;
  t: ReturnType<typeof useTranslations<"filing">>;
  common: ReturnType<typeof useTranslations<"common">>;
  kinds: ReturnType<typeof useTranslations<"identity.kind">>;
};

const dates = new Set([
  "identity_expires_on",
  "permit_expires_on",
  "home_registered_on",
  "home_registration_until",
  "employed_since",
  "insurance_from",
  "insurance_until",
]);
const yesOrNo = new Set(["in_baseline", "discipline", "penalty", "insurance_qianhai"]);

/** One answer in plain words. */
export function answerText({ locale, t, common, kinds }: AnswerLanguage, question: string, value: string): string {
  if (dates.has(question)) return isDay(value) ? dateWords(locale, value) : value;
  if (yesOrNo.has(question)) return value === "yes" ? common("yes") : common("no");
  if (question === "truth") return t("answers.declared");
  if (question === "insurance_sum") return /^\d+$/.test(value) ? numberWords(locale, Number(value)) : value;
  if (question.endsWith("_reread")) return t("answers.confirmed");
  const place = question === "institution_place" && institutionPlaces.find((it) => it === value);
  if (place) return t(`place.${place}`);
  const kind = question.endsWith("_kind") && identityDocumentKinds.find((it) => it === value);
  return kind ? kinds(kind) : value;
}

/** A post in plain words: what and where, then from when to when. */
export function postText({ locale, t }: AnswerLanguage, { employer, role, from, to, share }: Job): [string, string] {
  const began = monthWords(locale, `${from}-01`);
  return [
    t("answers.post", { role, employer }),
    to === ""
      ? t("answers.post_goes_on", { from: began, share })
      : t("answers.post_ended", { from: began, to: monthWords(locale, `${to}-01`), share }),
  ];
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);
