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
  minutes: 30,
};
const locales = ["en", "zh-Hant", "zh-Hans"] as const;
const withoutReference: readonly string[] = ["mailed_code", "sign_in_refused", "new_device", "draft_ending"];

describe.each(locales)("mail in %s", (locale) => {
  test.each(mailTemplates)("%s is whole: a subject, what to do, one link of ours", async (template) => {
    const mail = await renderMail({ template, locale, params });
    const text = asText(mail);
    expect(`${mail.subject} ${text}`).not.toMatch(/[{}]|undefined|null/);
    expect(mail.link.path).toMatch(
      new RegExp(`^/${locale}/(filings/(QH-2026-000123-C/(status|request|decision)|0198)|sign-up/code|account)$`),
    );
    expect(text).toContain(`${env.origin}${mail.link.path}`);
    expect(asHtml(mail, locale)).toContain(`<html lang="${locale}">`);
  });

  test("names the reference in every subject about a filing that has one, and nothing of a person in any", async () => {
    for (const template of mailTemplates) {
      const { subject } = await renderMail({ template, locale, params });
      expect(subject.includes("QH-2026-000123-C")).toBe(!withoutReference.includes(template));
      expect(subject).not.toMatch(/123456|Architect|建築師|建筑师/);
    }
  });
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
