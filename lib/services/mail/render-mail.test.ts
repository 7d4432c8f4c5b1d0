import { describe, expect, test } from "vitest";
import { mailTemplates } from "@/lib/domain/mail/templates";
import { env } from "@/lib/env";
import { asHtml, asText, renderMail } from "./render-mail";

const params = {
  filingId: "0198",
  reference: "QH-2026-000123-C",
  registrationNumber: "QHR-000123-C",
  qualification: { en: "Architect <b>&", "zh-Hant": "建築師", "zh-Hans": "建筑师" },
  dueOn: "2026-12-01",
  code: "123456",
  confirmationId: "0199",
  wishId: "0200",
  invitationId: "0201",
  proceedingId: "0202",
  wished: "Licensed Geologist",
  entryCode: "QH-CON-HK-ARCHITECT",
  changed: ["experience_years", "evidence_required"],
  authority: { en: "Qianhai Authority", "zh-Hant": "前海管理局", "zh-Hans": "前海管理局" },
  name: "陳大文 CHAN Tai Man",
  employer: "Harbour Design Limited",
  minutes: 30,
  left: 9,
};
const locales = ["en", "zh-Hant", "zh-Hans"] as const;
const withoutReference: readonly string[] = [
  "mailed_code",
  "sign_in_refused",
  "new_device",
  "sign_in_code",
  "second_factor_set_up",
  "second_factor_removed",
  "recovery_codes_new",
  "recovery_code_used",
  "digital_identity_linked",
  "digital_identity_unlinked",
  "invitation",
  "draft_ending",
  "insurance_ending",
  "insurance_ended",
  "suspension_proposed",
  "revocation_proposed",
  "proceeding_statement_received",
  "proceeding_hearing_over",
  "proceeding_dropped",
  "suspension_decided",
  "revocation_decided",
  "suspension_lifted",
  "confirmation_asked",
  "confirmation_answered",
  "erasure_asked",
  "data_request_answered",
  "wish_confirm",
  "wish_listed",
  "entry_changed",
  "rights_review",
];

describe.each(locales)("mail in %s", (locale) => {
  test.each(mailTemplates)("%s is whole: a subject, what to do, one link of ours", async (template) => {
    const mail = await renderMail({ template, locale, params });
    const text = asText(mail);
    expect(`${mail.subject} ${text}`).not.toMatch(/[{}]|undefined|null/);
    expect(mail.link.path).toMatch(
      new RegExp(
        `^/${locale}/(filings/(QH-2026-000123-C/(status|request|decision|confirmations|messages)|0198)|review/QH-2026-000123-C#messages|registrations/QHR-000123-C(/proceedings/0202)?|sign-up/code|sign-in/code|account(/data)?|admin/people\\?show=due|list/QH-CON-HK-ARCHITECT|l/[\\w-]{43})$`,
      ),
    );
    expect(text).toContain(`${env.origin}${mail.link.path}`);
    expect(asHtml(mail, locale)).toContain(`<html lang="${locale}">`);
  });

  test("says of the last request that it is the last, and of no other", async () => {
    const request = { template: "information_requested", locale } as const;
    const [first, last] = [
      await renderMail({ ...request, params }),
      await renderMail({ ...request, params: { ...params, isLast: true } }),
    ];
    const said = last.sentences.filter((it) => !first.sentences.includes(it));
    expect(said).toEqual([expect.stringMatching(/last request|最後一次|最后一次/)]);
  });

  test("names the reference in every subject about a filing that has one, and nothing of a person in any", async () => {
    for (const template of mailTemplates) {
      const { subject } = await renderMail({ template, locale, params });
      expect(subject.includes("QH-2026-000123-C")).toBe(!withoutReference.includes(template));
      expect(subject).not.toMatch(/123456|Architect|建築師|建筑师|陳大文|CHAN|Harbour|Geologist/);
    }
  });
});

test("what was wished for is said in the reader's language where it has a name in it, and as it was written otherwise", async () => {
  const wished = { en: "Architect", "zh-Hant": "建築師", "zh-Hans": "建筑师" };
  for (const template of ["wish_confirm", "wish_listed"] as const) {
    for (const locale of locales) {
      expect(asText(await renderMail({ template, locale, params: { ...params, wished } }))).toContain(wished[locale]);
    }
    expect(asText(await renderMail({ template, locale: "zh-Hant", params }))).toContain("Licensed Geologist");
  }
});

test("who is to renew an insurance reads which authority to show it to", async () => {
  for (const template of ["insurance_ending", "insurance_ended"] as const) {
    for (const locale of locales) {
      const { sentences } = await renderMail({ template, locale, params });
      expect(sentences[0]).toContain(params.authority[locale]);
    }
  }
});

test("a code stands on a line of its own, and is gone once it is used", async () => {
  const fresh = await renderMail({ template: "mailed_code", locale: "en", params });
  expect(asText(fresh)).toContain("\n\n123456\n\n");
  const used = await renderMail({ template: "mailed_code", locale: "en", params: {} });
  expect(used.code).toBeNull();
  expect(asText(used)).toContain("This code has been used");
});

test("what a mail is about is text, never markup", async () => {
  const mail = await renderMail({ template: "filing_submitted", locale: "en", params });
  expect(asHtml(mail, "en")).toContain("Architect &lt;b&gt;&amp;");
  expect(asHtml(mail, "en")).not.toContain("<b>");
});

test("a day is written as people of each language write it", async () => {
  const said = await Promise.all(
    locales.map((locale) => renderMail({ template: "information_requested", locale, params })),
  );
  expect(said.map(({ sentences }) => sentences[0])).toEqual([
    expect.stringContaining("1 December 2026"),
    expect.stringContaining("2026年12月1日"),
    expect.stringContaining("2026年12月1日"),
  ]);
});

test.each([
  [
    "en",
    "Your turn: answer the request by 1 December 2026. Day 0 of 15 working days. If you answer on the last day, the decision is due by 5 January 2027 at the latest. An earlier answer brings it forward. The date is provisional: the calendar of that year is not published yet.",
  ],
  [
    "zh-Hant",
    "輪到你：請於2026年12月1日或之前答覆補正通知。第 0 個工作日，共 15 個。如你在最後一日答覆，主管部門最遲於2027年1月5日作出決定；提早答覆，決定亦會提早。日期為暫定：該年的工作日曆尚未公布。",
  ],
  [
    "zh-Hans",
    "轮到您：请于2026年12月1日或之前答复补正通知。第 0 个工作日，共 15 个。如您在最后一日答复，主管部门最迟于2027年1月5日作出决定；提前答复，决定也会提前。日期为暂定：该年的工作日历尚未公布。",
  ],
] as const)("where a filing stands is said in the very sentences of its page, in %s", async (locale, said) => {
  const where = {
    sentence: "awaiting_applicant",
    authority: { en: "Qianhai Authority", "zh-Hant": "前海管理局", "zh-Hans": "前海管理局" },
    date: "2026-12-01",
    day: 0,
    of: 15,
    promise: "after_answer",
    decideBy: "2027-01-05",
    isProvisional: true,
  };
  const { sentences } = await renderMail({ template: "information_requested", locale, params: { ...params, where } });
  expect(sentences.at(-1)).toBe(said);
});

test.each(["submitted", "under_review", "second_check", "awaiting_applicant", "hearing", "public_notice", "held"])(
  "a filing that is %s is spoken of without gaps",
  async (sentence) => {
    const authority = { en: "Qianhai Authority", "zh-Hant": "前海管理局", "zh-Hans": "前海管理局" };
    const where = {
      sentence,
      authority,
      date: "2026-12-01",
      day: 2,
      of: 5,
      promise: "decision",
      decideBy: "2026-12-15",
    };
    for (const locale of locales) {
      const mail = await renderMail({ template: "filing_accepted", locale, params: { ...params, where } });
      expect(mail.sentences).toHaveLength(3);
      expect(asText(mail)).not.toMatch(/[{}]|undefined|null/);
    }
  },
);
