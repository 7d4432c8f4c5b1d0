import { getTranslations } from "next-intl/server";
import type { PaperSheet } from "@/lib/domain/verification/paper-sheet";
import { dateWords, instantDateWords, instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { Receipt } from "@/lib/services/view-receipt";

/** Which rules a filing is examined by, as a sentence names them. */
export function rulesIn(locale: Locale, { entry, number, publishedAt }: Receipt["rules"]) {
  return { entry, number: String(number), date: publishedAt ? instantDateWords(locale, publishedAt) : "–" };
}

/** The receipt of a filing as a paper in one language: what was received, under which rules, and what was promised. */
export async function receiptSheet(locale: Locale, receipt: Receipt): Promise<PaperSheet> {
  const [t, common, check, names] = await Promise.all([
    getTranslations({ locale, namespace: "filing.receipt" }),
    getTranslations({ locale, namespace: "common" }),
    getTranslations({ locale, namespace: "filing.check" }),
    getTranslations({ locale, namespace: "evidence" }),
  ]);
  const { filing, reference, hash, rules, files, later, promisedThen } = receipt;
  const { submittedAt, receivedOn } = filing.dates;
  return {
    lang: locale,
    office: common("service_long"),
    title: t("title"),
    number: reference,
    intro: [filing.qualification[locale]],
    sections: [
      {
        title: filing.authority[locale],
        rows: [
          ...(submittedAt ? [{ label: t("submitted_at"), lines: [instantWords(locale, submittedAt)] }] : []),
          ...(receivedOn ? [{ label: t("received_on"), lines: [dateWords(locale, receivedOn)] }] : []),
          ...(promisedThen ? [{ label: t("promise"), lines: [dateWords(locale, promisedThen)] }] : []),
          { label: t("rules"), lines: [t("rules_text", rulesIn(locale, rules))] },
          { label: t("answers_fingerprint"), lines: [hash] },
          ...later.map((sent) => ({
            label: t("later", { when: instantWords(locale, sent.submittedAt) }),
            lines: [sent.hash],
          })),
        ],
      },
      {
        title: t("files"),
        notes: [t("files_caption")],
        rows: files.map(({ key, half, name, sha256 }) => ({
          label: names(`${key}.name`),
          lines: [half === "original" ? name : check(`half.${half}`, { file: name }), sha256],
        })),
      },
    ],
    footing: t("footing", { reference }),
  };
}
