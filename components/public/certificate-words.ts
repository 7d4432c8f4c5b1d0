import { getTranslations } from "next-intl/server";
import type { Field } from "@/lib/domain/accreditation/schema";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { CertificateWords } from "./certificate-sheet";

/** The words of a certificate in its three languages, whatever the language of the page. */
export async function certificateWords(): Promise<Record<Locale, CertificateWords>> {
  const each = await Promise.all(locales.map(async (locale) => [locale, await wordsIn(locale)] as const));
  return Object.fromEntries(each) as Record<Locale, CertificateWords>;
}

async function wordsIn(locale: Locale): Promise<CertificateWords> {
  const [t, fields, common] = await Promise.all([
    getTranslations({ locale, namespace: "registration.certificate" }),
    getTranslations({ locale, namespace: "fields.field" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  return {
    office: common("service_long"),
    title: t("title"),
    number: t("number"),
    statement: t("statement"),
    qualification: t("qualification"),
    issuingBody: t("issuing_body"),
    homeRegistration: t("home_registration"),
    field: t("field"),
    entry: t("entry"),
    scope: t("scope"),
    institution: t("institution"),
    authority: t("authority"),
    validity: t("validity"),
    period: (dates) => t("period", dates),
    check: t("check"),
    footing: (paper) => t("footing", paper),
    watermark: t("watermark"),
    fieldName: (field) => fields(field as Field),
  };
}
