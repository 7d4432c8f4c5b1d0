import { getTranslations } from "next-intl/server";
import type { Obstacle } from "@/lib/domain/eligibility/obstacles";
import { dateWords, monthWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";

type About = { qualification: Record<Locale, string>; issuingBody: Record<Locale, string> };

/** What stands in the way in words, and what would cure it. */
export async function obstacleWords(
  locale: Locale,
  about: About,
  obstacle: Obstacle,
): Promise<{ title: string; cure: string }> {
  const [t, kinds, evidence] = await Promise.all([
    getTranslations("eligibility.obstacle"),
    getTranslations("identity.kind"),
    getTranslations("evidence"),
  ]);
  const body = about.issuingBody[locale];
  switch (obstacle.kind) {
    case "not_registered":
      return {
        title: t("not_registered.title", { qualification: about.qualification[locale] }),
        cure: t("not_registered.cure", { body }),
      };
    case "registration_ended":
      return {
        title: t("registration_ended.title", { date: dateWords(locale, obstacle.on) }),
        cure: t("registration_ended.cure", { body }),
      };
    case "identity_kind": {
      const documents = obstacle.accepted.map((kind) => kinds(kind)).join(locale === "en" ? ", " : "、");
      return { title: t("identity_kind.title"), cure: t("identity_kind.cure", { documents }) };
    }
    case "permit_kind":
      return { title: t("permit_kind.title"), cure: t("permit_kind.cure") };
    case "practice": {
      const { missing, from } = obstacle;
      return {
        title: t("practice.title", { missing }),
        cure: t("practice.cure", { missing, month: monthWords(locale, `${from}-01`) }),
      };
    }
    case "record":
      return {
        title: t("record.title", { years: obstacle.years }),
        cure: t("record.cure", { date: dateWords(locale, obstacle.until) }),
      };
    case "record_ever":
      return { title: t("record_ever.title"), cure: t("record_ever.cure") };
    case "paper":
      return {
        title: t("paper.title", { paper: evidence(`${obstacle.paper}.name`) }),
        cure: t("paper.cure", { exactly: evidence(`${obstacle.paper}.exactly`) }),
      };
  }
}
