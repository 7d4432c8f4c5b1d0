import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Professional, Staff } from "@/lib/domain/actor";
import type { CertificateSheet } from "@/lib/domain/verification/certificate-sheet";
import { putArchitectOnList, putOnRegister } from "@/prisma/testing/register-scene";
import { renderCertificate } from "./render-certificate";
import { viewRegistration, type RegistrationView } from "./view-registration";

const now = new Date("2026-11-22T06:05:00Z");
const chan = { nameZh: "陳大文", surname: "Chan", givenNames: "Tai Man" };
const somebody = "00000000-0000-7000-8000-000000000001";

const holder = (personId: string): Professional => ({
  kind: "professional",
  accountId: somebody,
  personId,
  email: "a@demo.example",
});
const reviewer = (field: string, personId: string | null = null): Staff => ({
  kind: "staff",
  accountId: somebody,
  personId,
  displayName: "Lee",
  email: "lee@demo.example",
  grants: [{ capability: "examine", field }],
});
const administrator: Staff = { ...reviewer("construction"), grants: [{ capability: "view_statistics", field: null }] };

const empty = { en: "x", "zh-Hant": "x", "zh-Hans": "x" };
const compose = (view: RegistrationView): CertificateSheet => ({
  office: empty,
  title: empty,
  numberLabel: empty,
  number: view.number,
  name: { chinese: view.names.nameZh, latin: view.names.surname },
  statement: empty,
  rows: [],
  watermark: null,
  check: empty,
  address: view.certificate?.address ?? "",
  code: view.certificate?.code ?? "",
  footing: empty,
});

let people: Record<"chan" | "suspended" | "revoked" | "rare", Awaited<ReturnType<typeof putOnRegister>>>;

beforeAll(async () => {
  const { versionId } = await putArchitectOnList();
  people = {
    chan: await putOnRegister(versionId, chan),
    suspended: await putOnRegister(versionId, chan, { state: "suspended", stateFrom: "2026-11-01" }),
    revoked: await putOnRegister(versionId, chan, { state: "revoked", stateFrom: "2026-11-01" }),
    rare: await putOnRegister(versionId, { nameZh: "𠮷田", surname: "Kat", givenNames: null }),
  };
});

const newestAudit = () =>
  database.auditEntry.findFirst({
    orderBy: { seq: "desc" },
    select: { action: true, object: true, fields: true, result: true },
  });

describe("a registration page", () => {
  test("opens to its holder, and their reading is nobody's business", async () => {
    const before = await newestAudit();
    const view = await viewRegistration(holder(people.chan.personId), people.chan.number.toLowerCase(), now);
    expect(view).toMatchObject({
      ok: true,
      value: { number: people.chan.number, standing: { is: "valid" }, canPrint: true, unprintable: [] },
    });
    expect(await newestAudit()).toEqual(before);
  });

  test("opens to a reviewer of its field, whose look is recorded without any value", async () => {
    const view = await viewRegistration(reviewer("construction"), people.chan.number, now);
    expect(view.ok).toBe(true);
    expect(await newestAudit()).toEqual({
      action: "view_registration",
      object: `registration:${people.chan.registrationId}`,
      fields: ["names", "home_registration_number"],
      result: "ok",
    });
  });

  test.each([
    ["somebody else", () => holder(somebody)],
    ["a reviewer of another field", () => reviewer("tax")],
    ["a reviewer who is the holder", () => reviewer("construction", people.chan.personId)],
    ["an administrator", () => administrator],
  ])("does not exist for %s", async (_who, actor) => {
    const refused = { ok: false, refusal: { code: "not_found" } };
    expect(await viewRegistration(actor(), people.chan.number, now)).toEqual(refused);
    expect(await renderCertificate(actor(), people.chan.number, compose, now)).toEqual(refused);
  });

  test.each(["", "QHR-000001-0", "\u0000", "../../etc"])("does not exist under the number %j", async (typed) => {
    expect(await viewRegistration(holder(people.chan.personId), typed, now)).toEqual({
      ok: false,
      refusal: { code: "not_found" },
    });
  });
});

describe("a certificate", () => {
  test("is given to its holder as a file, and that is recorded", { timeout: 60_000 }, async () => {
    const file = await renderCertificate(holder(people.chan.personId), people.chan.number, compose, now);
    expect(file).toMatchObject({ ok: true, value: { name: `${people.chan.number}.pdf` } });
    expect(file.ok && file.value.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await newestAudit()).toMatchObject({ action: "download_certificate", result: "ok" });
  });

  test("is still given while suspended, since it says so itself", { timeout: 60_000 }, async () => {
    const file = await renderCertificate(holder(people.suspended.personId), people.suspended.number, compose, now);
    expect(file.ok).toBe(true);
  });

  test("is no longer given after a revocation", async () => {
    const file = await renderCertificate(holder(people.revoked.personId), people.revoked.number, compose, now);
    expect(file).toEqual({ ok: false, refusal: { code: "wrong_status" } });
  });

  test("is not issued with a character that cannot be printed, and administrators are told", async () => {
    const actor = holder(people.rare.personId);
    expect(await viewRegistration(actor, people.rare.number, now)).toMatchObject({
      ok: true,
      value: { canPrint: false, unprintable: ["𠮷"] },
    });
    expect(await renderCertificate(actor, people.rare.number, compose, now)).toEqual({
      ok: false,
      refusal: { code: "unmet", condition: "printable" },
    });
    expect(await newestAudit()).toMatchObject({ action: "download_certificate", result: "unprintable" });
  });
});
