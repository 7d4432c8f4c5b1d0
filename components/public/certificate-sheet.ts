import { dateWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import { linesOf, type CertificateSheet, type InThree } from "@/lib/domain/verification/certificate-sheet";
import { displayName, type Names } from "@/lib/domain/person/names";
import type { Standing } from "@/lib/domain/verification/verdict";

/** What a certificate says of one registration. */
export type Certified = {
  number: string;
  names: Names;
  field: string;
  entryCode: string;
  qualification: InThree;
  issuingBody: InThree;
  homeRegistrationNumber: string;
  scope: InThree;
  institution: string | null;
  authority: InThree;
  validFrom: string;
  validUntil: string;
  standing: Standing;
  certificate: { code: string; address: string; serial: number; issuedOn: string } | null;
};

/** The words of a certificate in one language; the three are made by `certificateWords`. */
export type CertificateWords = {
  office: string;
  title: string;
  number: string;
  statement: string;
  qualification: string;
  issuingBody: string;
  homeRegistration: string;
  field: string;
  entry: string;
  scope: string;
  institution: string;
  authority: string;
  validity: string;
  period: (dates: { from: string; until: string }) => string;
  check: string;
  footing: (paper: { number: string; issued: string; serial: number }) => string;
  watermark: string;
  fieldName: (field: string) => string;
};

/** Puts a certificate together, the same for the screen and for paper. */
export function certificateSheet(it: Certified, words: Record<Locale, CertificateWords>): CertificateSheet {
  const say = (text: (of: CertificateWords, locale: Locale) => string): InThree => ({
    en: text(words.en, "en"),
    "zh-Hant": text(words["zh-Hant"], "zh-Hant"),
    "zh-Hans": text(words["zh-Hans"], "zh-Hans"),
  });
  const row = (label: (of: CertificateWords) => string, text: InThree) => ({ label: say(label), lines: linesOf(text) });
  const asWritten = (label: (of: CertificateWords) => string, text: string) => ({
    label: say(label),
    // What a person or a board wrote is shown once, as it was written.
    lines: [{ lang: /\p{Script=Han}/u.test(text) ? ("zh-Hant" as const) : ("en" as const), text }],
  });

  return {
    office: say((of) => of.office),
    title: say((of) => of.title),
    numberLabel: say((of) => of.number),
    number: it.number,
    name: displayName(it.names),
    statement: say((of) => of.statement),
    rows: [
      row((of) => of.qualification, it.qualification),
      row((of) => of.issuingBody, it.issuingBody),
      asWritten((of) => of.homeRegistration, it.homeRegistrationNumber),
      row(
        (of) => of.field,
        say((of) => of.fieldName(it.field)),
      ),
      asWritten((of) => of.entry, it.entryCode),
      row((of) => of.scope, it.scope),
      ...(it.institution ? [asWritten((of) => of.institution, it.institution)] : []),
      row((of) => of.authority, it.authority),
      row(
        (of) => of.validity,
        say((of, locale) =>
          of.period({ from: dateWords(locale, it.validFrom), until: dateWords(locale, it.validUntil) }),
        ),
      ),
    ],
    watermark: it.standing.is === "suspended" ? say((of) => of.watermark) : null,
    check: say((of) => of.check),
    address: it.certificate?.address ?? "",
    code: it.certificate?.code ?? "",
    footing: say((of, locale) =>
      of.footing({
        number: it.number,
        issued: it.certificate ? dateWords(locale, it.certificate.issuedOn) : "",
        serial: it.certificate?.serial ?? 1,
      }),
    ),
  };
}
