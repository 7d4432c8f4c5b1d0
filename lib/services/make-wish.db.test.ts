import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { listShownEntries } from "@/lib/data/entries";
import { makeWishSchema } from "@/lib/domain/demand/schema";
import { publishVersion } from "@/prisma/testing/new-version";
import { monday, openOffice, staff } from "@/prisma/testing/review-office";
import { linkToken } from "@/lib/ports/links";
import { confirmWish, makeWish, viewWish } from "./make-wish";
import { tellOfListed } from "./tell-of-listed";
import { viewStatistics } from "./view-statistics";

const visitor = { locale: "zh-Hant" as const };
const later = (days: number) => new Date(monday.getTime() + days * 24 * 60 * 60 * 1000);

beforeAll(openOffice);

let email: string;
beforeEach(async () => {
  await database.wish.deleteMany();
  email = `${randomUUID()}@people.example`;
});

const wish = (typed: Record<string, string>, now = monday) => makeWish(visitor, makeWishSchema.parse(typed), now);

async function linkOf(address: string): Promise<string> {
  const { id } = await database.wish.findFirstOrThrow({ where: { email: address }, select: { id: true } });
  return linkToken("wish", id);
}

const mailsTo = (address: string) =>
  database.mail.findMany({
    where: { email: address },
    select: { template: true, params: true },
    orderBy: { createdAt: "asc" },
  });

const mailsWith = (wished: string) => database.mail.count({ where: { params: { path: ["wished"], equals: wished } } });

async function demand() {
  const ng = await staff("Ng Kwok Ming", []);
  const view = await viewStatistics({ ...ng, grants: [{ capability: "view_statistics", field: null }] }, monday);
  return view.ok ? view.value.demand : null;
}

describe("a qualification that is not on the list", () => {
  test("is counted for administrators however it is written, each address once", async () => {
    await wish({ qualification: "Licensed Geologist" });
    await wish({ qualification: "licensed  GEOLOGIST", body: "Geological Society" });
    await wish({ qualification: "Licensed geologist", email });
    await wish({ qualification: "Licensed geologist", email });
    await wish({ qualification: "Speech Therapist" });
    expect(await demand()).toEqual({
      total: 4,
      demands: [
        {
          qualification: "Licensed Geologist",
          issuingBody: "Geological Society",
          entryCode: null,
          wishes: 3,
          waiting: 0,
        },
        { qualification: "Speech Therapist", issuingBody: "", entryCode: null, wishes: 1, waiting: 0 },
      ],
    });
  });

  test("is told of once, when it is published, to whoever confirmed the address and to nobody else", async () => {
    const silent = `${randomUUID()}@people.example`;
    const qualification = "Registered Architect";
    await wish({ qualification, email });
    await wish({ qualification, email: silent });
    const token = await linkOf(email);
    expect(await viewWish(token)).toMatchObject({ qualification, isConfirmed: false });
    expect(await confirmWish(null, { token }, monday)).toMatchObject({ ok: true });
    expect(await confirmWish(null, { token }, monday)).toMatchObject({ ok: true });

    expect(await tellOfListed(later(1))).toBe(0);
    await publishVersion("QH-CON-HK-ARCHITECT", {}, later(2));
    const told = await Promise.all([tellOfListed(later(3)), tellOfListed(later(3))]);
    expect(told[0] + told[1]).toBe(1);
    expect(await mailsTo(email)).toMatchObject([
      { template: "wish_confirm" },
      { template: "wish_listed", params: { entryCode: "QH-CON-HK-ARCHITECT" } },
    ]);
    expect((await mailsTo(silent)).map(({ template }) => template)).toEqual(["wish_confirm"]);
    // The address has served.
    expect(await database.wish.count({ where: { email } })).toBe(0);
    expect((await demand())?.total).toBe(2);

    await tellOfListed(later(3));
    expect(await mailsTo(email)).toMatchObject([{ template: "wish_confirm" }, { template: "wish_listed" }]);
    await database.mail.updateMany({ where: { email }, data: { state: "sent" } });
    await tellOfListed(later(3));
    expect(await mailsTo(email)).toMatchObject([{ template: "wish_listed" }]);
    await tellOfListed(later(5));
    expect(await mailsTo(email)).toEqual([]);
    expect(await mailsWith(qualification)).toBe(1); // The silent one's, who may still confirm.
  });

  test("is forgotten of an address that nobody confirmed within two weeks, and its link with it", async () => {
    await wish({ qualification: "Licensed Forgotten", email });
    const token = await linkOf(email);
    await database.mail.updateMany({ where: { email }, data: { state: "sent" } });
    await tellOfListed(later(13));
    expect(await mailsTo(email)).toHaveLength(1);
    await tellOfListed(later(15));
    expect(await database.wish.count({ where: { email } })).toBe(0);
    expect(await mailsTo(email)).toEqual([]);
    expect(await mailsWith("Licensed Forgotten")).toBe(0);
    expect(await viewWish(token)).toBeNull();
    expect(await confirmWish(null, { token }, later(15))).toMatchObject({ refusal: { code: "not_found" } });
  });
});

test("whoever waits for an entry is told on the day it opens, though it was published before", async () => {
  const { entryCode } = await database.listEntryVersion.findFirstOrThrow({
    where: { state: "published", confirmed: false, filedBy: "professional" },
  });
  await wish({ qualification: "As on its page", entry: entryCode, email });
  await confirmWish(null, { token: await linkOf(email) }, monday);
  await publishVersion(entryCode, { experienceYears: 2 }, later(1));
  expect(await tellOfListed(later(1))).toBe(0);
  await publishVersion(entryCode, { confirmed: true, effectiveFrom: later(4) }, later(2));
  expect(await tellOfListed(later(2))).toBe(0);
  expect(await tellOfListed(later(4))).toBe(1);
  expect(await wish({ qualification: "Nothing", entry: "QH-NOTHING" })).toMatchObject({
    refusal: { code: "not_found" },
  });
});

test("nobody's turn is kept from coming by thousands who wait for something else since before", async () => {
  const { entryCode } = await database.listEntryVersion.findFirstOrThrow({
    where: { state: "published", filedBy: "institution" },
  });
  await database.$executeRaw`
    INSERT INTO "wish" ("id", "key", "qualification", "issuing_body", "entry_code", "email", "locale", "token_hash", "asked_at", "confirmed_at")
    SELECT lpad(to_hex(n), 32, '0')::uuid, ${entryCode}, '', '', ${entryCode}, n || '@waiting.example', 'en', 'of ' || n, ${monday}, ${monday}
    FROM generate_series(1, 10001) n`;
  await wish({ qualification: "As on its page", entry: "QH-CON-HK-ARCHITECT", email }, later(1));
  await confirmWish(null, { token: await linkOf(email) }, later(1));
  expect(await tellOfListed(later(2))).toBe(1);
  expect(await database.wish.count({ where: { email } })).toBe(0);
});

test("whoever waits for an entry reads its name in their own language, wherever it is named", async () => {
  const [entry] = (await listShownEntries(database)).filter(({ confirmed }) => !confirmed);
  if (!entry) throw new Error("Every entry is confirmed.");
  const { code, qualification, issuingBody } = entry;
  await wish({ qualification: "As on its page", entry: code, email });
  expect(await viewWish(await linkOf(email))).toMatchObject({ qualification });
  expect((await demand())?.demands).toMatchObject([{ entryCode: code, qualification, issuingBody }]);
  const [mail] = await mailsTo(email);
  expect(mail?.params).toMatchObject({ wished: qualification });
});

test("nobody's mailbox is filled, and a known address hears the same as an unknown one", async () => {
  const answers = [];
  for (let time = 0; time < 6; time += 1) answers.push(await wish({ qualification: `Number ${time}00`, email }));
  expect(answers.slice(0, 5)).toEqual(Array(5).fill({ ok: true, value: { isMailed: true } }));
  expect(answers[5]).toMatchObject({ refusal: { code: "too_many_requests" } });
  expect(await mailsTo(email)).toHaveLength(5);
});
