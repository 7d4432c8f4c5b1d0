import { getTranslations } from "next-intl/server";
import { answerText, postText, type AnswerLanguage } from "@/components/filing/answer-text";
import type { Question } from "@/components/filing/answers-summary";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { Field } from "@/lib/domain/accreditation/schema";
import type { Answers } from "@/lib/domain/filing/questions";
import { displayName } from "@/lib/domain/person/names";
import type { PaperSection, PaperSheet } from "@/lib/domain/verification/paper-sheet";
import { dateWords, instantDateWords, instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/routing";
import type { MyDataExport } from "@/lib/services/export-my-data";
import { lookWords } from "./looks";

/** Everything held of a person as a paper in their language. */
export async function myDataSheet(locale: Locale, data: MyDataExport): Promise<PaperSheet> {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "my_data" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const made = instantWords(locale, new Date(data.made_at));
  const filings = [];
  for (const filing of data.filings) filings.push(await filingSection(locale, filing));
  return {
    lang: locale,
    office: common("service_long"),
    title: t("file.title"),
    number: null,
    intro: [t("file.made", { when: made, email: data.account.email })],
    sections: [await personSection(locale, data), ...filings, ...(await trailSections(locale, data))],
    footing: t("file.foot"),
  };
}

async function personSection(locale: Locale, data: MyDataExport): Promise<PaperSection> {
  const [t, common, identity, fields] = await Promise.all([
    getTranslations({ locale, namespace: "my_data" }),
    getTranslations({ locale, namespace: "common" }),
    getTranslations({ locale, namespace: "identity.kind" }),
    getTranslations({ locale, namespace: "fields.field" }),
  ]);
  const names = linesOf(data.names);
  const formerNames = linesOf(data.former_names);
  return {
    title: t("held"),
    rows: [
      { label: t("name"), lines: names.length > 0 ? names : [common("not_provided")] },
      ...(formerNames.length > 0 ? [{ label: t("former_name"), lines: formerNames }] : []),
      { label: t("email"), lines: [data.account.email] },
      { label: t("since"), lines: [instantDateWords(locale, new Date(data.account.since))] },
      ...data.account.digital_identities.map(({ issuer, subject, linked_at: since }) => ({
        label: t("digital_identity"),
        lines: [t("digital_identity_since", { date: instantDateWords(locale, new Date(since)), issuer }), subject],
      })),
      ...data.identity_documents.map(({ kind, number_masked: number, expires_on: until }) => ({
        label: identity(kind),
        lines: [until ? t("identity_until", { number, date: dateWords(locale, until) }) : number],
      })),
      ...data.registrations.map(({ number, qualification, valid_from, valid_until }) => ({
        label: t("registration", { number }),
        lines: [qualification[locale], `${dateWords(locale, valid_from)} – ${dateWords(locale, valid_until)}`],
      })),
      ...data.bars.map(({ field, refusal, until, lifted_on: lifted }) => ({
        label: t("bar", { field: fields(field as Field) }),
        lines: [
          t("bar_until", { date: dateWords(locale, until) }),
          ...(lifted ? [t("bar_lifted", { date: dateWords(locale, lifted) })] : []),
          ...(refusal ? [refusal] : []),
        ],
      })),
      {
        label: t("file.sessions"),
        lines: data.account.sessions.map(({ device, since }) =>
          `${device} ${instantWords(locale, new Date(since))}`.trim(),
        ),
      },
    ],
  };
}

function linesOf({ in_chinese: nameZh, surname, given_names: givenNames }: MyDataExport["names"]): string[] {
  const { chinese, latin } = displayName({ nameZh, surname, givenNames });
  return [chinese, latin].filter((name) => name !== null);
}

type ExportedFiling = MyDataExport["filings"][number];

async function filingSection(locale: Locale, filing: ExportedFiling): Promise<PaperSection> {
  const [language, t, state, questions, evidence, events, purposes] = await Promise.all([
    answerLanguage(locale),
    getTranslations({ locale, namespace: "my_data" }),
    getTranslations({ locale, namespace: "workflow.state" }),
    getTranslations({ locale, namespace: "filing.question" }),
    getTranslations({ locale, namespace: "evidence" }),
    getTranslations({ locale, namespace: "workflow.event" }),
    getTranslations({ locale, namespace: "filing.consent.purpose" }),
  ]);
  const at = (moment: string) => instantWords(locale, new Date(moment));
  const nameOfEvent = (type: string) => events(type as Parameters<typeof events>[0]);
  const named = filing.reference ?? t("draft_of", { qualification: filing.qualification[locale] });
  return {
    title: `${t("filing")} ${named}`,
    notes: [`${filing.qualification[locale]} · ${state(filing.state)}`],
    rows: [
      ...answerRows(language, filing.answers, (question) => (questions.has(question) ? questions(question) : question)),
      ...filing.papers.map(({ paper, file, sha256, uploaded_at }) => ({
        label: evidence(`${paper as EvidenceKey}.name`),
        lines: [`${file} · ${at(uploaded_at)}`, `SHA-256 ${sha256}`],
      })),
      ...filing.asked.flatMap(({ items }) =>
        items.map(({ text, answer }) => ({ label: t("file.asked"), lines: [text, ...(answer ? [answer] : [])] })),
      ),
      ...filing.messages.map(({ from, words, written_at }) => ({
        label: t(`file.message.${from}`),
        lines: [at(written_at), ...words.split("\n")],
      })),
      ...filing.consents.map(({ purpose, given_at, withdrawn_at }) => ({
        label: purposes(purpose),
        lines: [
          t("given", { date: instantDateWords(locale, new Date(given_at)) }),
          ...(withdrawn_at ? [t("withdrawn", { date: instantDateWords(locale, new Date(withdrawn_at)) })] : []),
        ],
      })),
      {
        label: t("file.history"),
        lines: filing.history.map(({ what, at: moment }) => `${at(moment)}  ${nameOfEvent(what)}`),
      },
    ],
  };
}

async function answerLanguage(locale: Locale): Promise<AnswerLanguage> {
  const [t, common, kinds] = await Promise.all([
    getTranslations({ locale, namespace: "filing" }),
    getTranslations({ locale, namespace: "common" }),
    getTranslations({ locale, namespace: "identity.kind" }),
  ]);
  return { locale, t, common, kinds };
}

function answerRows(
  language: AnswerLanguage,
  answers: Answers,
  nameOf: (question: Question) => string,
): PaperSection["rows"] {
  return Object.entries(answers).flatMap(([question, value]) => {
    if (value === undefined) return [];
    const lines =
      typeof value === "string"
        ? [answerText(language, question, value)]
        : value.map((job) => postText(language, job).join(" · "));
    return [{ label: nameOf(question as Question), lines }];
  });
}

async function trailSections(locale: Locale, data: MyDataExport): Promise<PaperSection[]> {
  const [t, fields, words] = await Promise.all([
    getTranslations({ locale, namespace: "my_data" }),
    getTranslations({ locale, namespace: "fields.field" }),
    lookWords(locale),
  ]);
  return [
    {
      title: t("looks"),
      notes: data.looks_by_staff.length === 0 ? [t("no_looks")] : [],
      rows: data.looks_by_staff.map((look) => ({
        label: dateWords(locale, look.day),
        lines: [
          words({ action: look.what, evidenceKey: look.paper, why: look.reason, times: look.times }),
          look.field ? `${t("reviewer_of", { field: fields(look.field as Field) })} · ${look.filing}` : t("data_desk"),
        ],
      })),
    },
    {
      title: t("erase.stays"),
      notes: [t("erase.trail")],
      rows: data.must_stay.map(({ reason, about, until }) => ({
        label: until ? dateWords(locale, until) : t("until_unknown"),
        lines: [t(`reason.${reason}`), ...(about ? [about] : [])],
      })),
    },
  ];
}
