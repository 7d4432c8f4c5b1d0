import { getTranslations } from "next-intl/server";
import type { ProceedingReason } from "@/lib/domain/registration/proceeding-reasons";
import type { Standing } from "@/lib/domain/verification/verdict";
import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

/** What it means that a registration is suspended or has ended, since when, and the class of reason where there is one. */
export async function standingSentence(locale: Locale, standing: Exclude<Standing, { is: "valid" }>): Promise<string> {
  const t = await getTranslations("register.entry");
  const since = dateWords(locale, standing.since);
  if (standing.is === "ended") return withReason(locale, t(standing.how, { since }), standing.reason);
  const { until, reason } = standing;
  const said = until
    ? t("suspended_until", { since, until: dateWords(locale, until) })
    : t("suspended_text", { since });
  return withReason(locale, said, reason);
}

/** A sentence about a registration, followed by the class of reason that the register names. */
export async function withReason(locale: Locale, said: string, reason: string | null): Promise<string> {
  if (reason === null) return said;
  const [t, words] = await Promise.all([getTranslations("register.entry"), getTranslations("proceeding.reason")]);
  return `${said}${locale === "en" ? " " : ""}${t("reason", { reason: words(reason as ProceedingReason) })}`;
}
