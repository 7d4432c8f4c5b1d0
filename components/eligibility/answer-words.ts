import { getTranslations } from "next-intl/server";
import type { SummaryItem } from "@/components/ui/summary-list";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import { monthsIn } from "@/lib/domain/eligibility/obstacles";
import type { CheckAnswers, CheckQuestion } from "@/lib/domain/eligibility/questions";
import { identityDocumentKinds } from "@/lib/domain/person/identity-document";
import { dateWords } from "@/lib/i18n/dates";
import { pathIn } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";

type Answered = { code: string; questions: readonly CheckQuestion[]; answers: CheckAnswers };

/** The answers of a check as one reads them again, each with the way to change it. */
export async function answerWords(locale: Locale, { code, questions, answers }: Answered): Promise<SummaryItem[]> {
  const [t, common, kinds, evidence] = await Promise.all([
    getTranslations("eligibility"),
    getTranslations("common"),
    getTranslations("identity.kind"),
    getTranslations("evidence"),
  ]);
  const kindOf = (field: string) => identityDocumentKinds.find((kind) => kind === answers[field]);
  const dateOf = (field: string) => {
    const day = answers[field];
    return typeof day === "string" ? dateWords(locale, day) : null;
  };
  const documentWords = (field: string) => {
    const kind = kindOf(field);
    return kind ? kinds(kind) : t("answer.none");
  };
  const words: Record<CheckQuestion, () => string> = {
    home_registration: () => {
      const date = dateOf("home_registration_until");
      return date ? t("answer.registered_until", { date }) : t("answer.registered_no");
    },
    identity_kind: () => documentWords("identity_kind"),
    permit_kind: () => documentWords("permit_kind"),
    practice: () => {
      const months = monthsIn(answers);
      return months > 0
        ? t("answer.months", { years: Math.floor(months / 12), months: months % 12 })
        : t("answer.none");
    },
    record: () => {
      const date = dateOf("latest");
      if (date) return t("answer.record_latest", { date });
      return common(answers["record"] === "yes" ? "yes" : "no");
    },
    papers: () => {
      const held = evidenceKeys.filter((key) => answers["papers"]?.includes(key));
      if (held.length === 0) return t("answer.none");
      return held.map((key) => evidence(`${key}.name`)).join(locale === "en" ? ", " : "、");
    },
  };
  return questions.map((question) => ({
    term: t(`term.${question}`),
    detail: words[question](),
    action: {
      href: pathIn(locale, `/check/${code}/${question}`),
      label: common("change"),
      hidden: t(`term.${question}`),
    },
  }));
}
