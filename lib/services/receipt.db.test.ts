import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { renderMail } from "@/lib/services/mail/render-mail";
import { publishVersion } from "@/prisma/testing/new-version";
import { monday, openOffice, professional, submittedFiling } from "@/prisma/testing/review-office";
import { renderReceipt } from "./render-receipt";
import { viewReceipt } from "./view-receipt";

beforeAll(openOffice);

test("a receipt names the version of the rules and every file with its hash, on the page and in the mail", async () => {
  const { applicant, reference } = await submittedFiling();
  const receipt = await viewReceipt(applicant, reference, monday);
  if (!receipt.ok) throw new Error(receipt.refusal.code);
  expect(receipt.value.rules).toMatchObject({ entry: "QH-CON-HK-ARCHITECT", number: 1 });
  expect(receipt.value.promisedThen).not.toBeNull();
  expect(receipt.value.files.length).toBeGreaterThan(3);

  const { params } = await database.mail.findFirstOrThrow({
    where: { accountId: applicant.accountId, template: "filing_submitted" },
    select: { params: true },
  });
  for (const locale of ["en", "zh-Hant", "zh-Hans"] as const) {
    const mail = await renderMail({ template: "filing_submitted", locale, params: params as Record<string, unknown> });
    const listed = mail.sentences.filter((sentence) => /^\d+\. .+: SHA-256 [0-9a-f]{64}$/.test(sentence));
    expect(listed).toHaveLength(receipt.value.files.length);
  }

  await publishVersion("QH-CON-HK-ARCHITECT", { experienceYears: 5 }, monday);
  const again = await viewReceipt(applicant, reference, monday);
  expect(again.ok && again.value.rules.number).toBe(1);
});

test("nobody fetches the receipt of somebody else", async () => {
  const { reference } = await submittedFiling();
  const compose = () => Promise.reject(new Error("It was composed."));
  const wong = await professional("黃小玲");
  expect(await renderReceipt(wong, reference, compose, monday)).toMatchObject({ refusal: { code: "not_found" } });
});
