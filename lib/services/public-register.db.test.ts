import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { listRegister, type RegisterPlace, type RegisterRow } from "@/lib/data/register";
import { formatVerificationCode } from "@/lib/domain/codes/verification-code";
import { putArchitectOnList, putOnRegister } from "@/prisma/testing/register-scene";
import { searchRegister, viewRegisterEntry, type RegisterQuery } from "./search-register";
import { verifyCertificate } from "./verify-certificate";

const now = new Date("2026-11-22T06:05:00Z");
const client = { network: "192.0.2.7" };
const chan = { nameZh: "陳大文", surname: "Chan", givenNames: "Tai Man" };
const wong = { nameZh: "王偉", surname: "Wong", givenNames: "Wai" };

const verdictOf = async (code: string) => {
  const answer = await verifyCertificate(client, code, now);
  return answer.ok ? answer.value.verdict : answer.refusal;
};
const search = async (q: string, more: Partial<RegisterQuery> = {}) => {
  const { entries } = await searchRegister({ q, field: null, standing: null, place: null, ...more }, now);
  return entries.map(({ number }) => number);
};

let people: Record<
  "valid" | "suspended" | "expired" | "lapsed" | "cancelled" | "revoked" | "replaced" | "hidden" | "rare",
  Awaited<ReturnType<typeof putOnRegister>>
>;

beforeAll(async () => {
  const { versionId } = await putArchitectOnList();
  people = {
    valid: await putOnRegister(versionId, chan),
    suspended: await putOnRegister(versionId, wong, { state: "suspended", stateFrom: "2026-11-01" }),
    expired: await putOnRegister(versionId, wong, { validUntil: "2026-11-21" }),
    lapsed: await putOnRegister(versionId, wong, { state: "lapsed", stateFrom: "2026-10-01" }),
    cancelled: await putOnRegister(versionId, wong, { state: "cancelled", stateFrom: "2026-09-01" }),
    revoked: await putOnRegister(versionId, wong, { state: "revoked", stateFrom: "2026-08-01" }),
    replaced: await putOnRegister(versionId, wong, { replaced: true }),
    hidden: await putOnRegister(
      versionId,
      { nameZh: "何美儀", surname: "Ho", givenNames: "Mei Yee" },
      { published: false },
    ),
    rare: await putOnRegister(versionId, { nameZh: "𨋢䶮𬬭", surname: "Lip", givenNames: null }),
  };
});

describe("a client who checks a certificate", () => {
  test("reads Valid, with the name to compare with the paper", async () => {
    const answer = await verifyCertificate(client, formatVerificationCode(people.valid.code).toLowerCase(), now);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        verdict: { is: "valid" },
        asOf: now,
        paper: {
          number: people.valid.number,
          validUntil: "2028-03-02",
          issuedOn: "2025-03-03",
          replacedOn: null,
          published: { names: chan, qualification: { "zh-Hant": "註冊建築師" }, scope: { en: "Architectural design" } },
        },
      },
    });
  });

  test("reads Suspended and since when", async () => {
    expect(await verdictOf(people.suspended.code)).toEqual({
      is: "suspended",
      since: "2026-11-01",
      until: null,
      reason: null,
    });
  });

  test.each([
    ["expired", "2026-11-21"],
    ["lapsed", "2026-10-01"],
    ["cancelled", "2026-09-01"],
    ["revoked", "2026-08-01"],
  ] as const)("reads Ended: %s, and when", async (how, since) => {
    expect(await verdictOf(people[how].code)).toEqual({ is: "ended", how, since, reason: null });
  });

  test("reads Replaced where a newer paper was issued", async () => {
    expect(await verdictOf(people.replaced.code)).toEqual({ is: "replaced" });
  });

  test.each([
    "",
    "hello",
    "0000-0000-0000-0000-0000-0000-00",
    "8".repeat(26),
    "'; DROP TABLE certificate; --",
    "\u0000",
    "備案",
  ])("reads Unknown for %j, never an error", async (typed) => {
    expect(await verdictOf(typed)).toEqual({ is: "unknown" });
  });

  test("may check known codes without end, and is slowed down only when guessing", async () => {
    const guesser = { network: "198.51.100.9" };
    const guess = (n: number) => verifyCertificate(guesser, String(n).padStart(26, "0"), now);
    for (let n = 1; n <= 60; n++) expect((await guess(n)).ok).toBe(true);
    expect(await guess(61)).toEqual({ ok: false, refusal: { code: "too_many_requests" } });
    expect(await verifyCertificate(guesser, people.valid.code, now)).toMatchObject({
      ok: true,
      value: { verdict: { is: "valid" } },
    });
  });
});

describe("a client who searches the register", () => {
  test.each(["陳大文", "陈大文", "大文", "CHAN Tai Man", "tai-man chan", "Taiman"])(
    "finds Chan Tai Man by typing %s",
    async (q) => {
      expect(await search(q)).toEqual([people.valid.number]);
    },
  );

  test("finds a name of two characters, and one of rare characters", async () => {
    expect(await search("王偉")).toHaveLength(6);
    expect(await search("䶮𬬭")).toEqual([people.rare.number]);
  });

  test("finds a registration by its number, however it is typed", async () => {
    expect(await search(people.lapsed.number.toLowerCase().replaceAll("-", " "))).toEqual([people.lapsed.number]);
  });

  test("is asked for more than a single character", async () => {
    const view = await searchRegister({ q: "陳", field: null, standing: null, place: null }, now);
    expect(view).toMatchObject({ tooShort: true, entries: [] });
  });

  test("narrows by where a registration stands today", async () => {
    expect(await search("王偉", { standing: "valid" })).toEqual([people.replaced.number]);
    expect(await search("王偉", { standing: "suspended" })).toEqual([people.suspended.number]);
    expect((await search("王偉", { standing: "ended" })).sort()).toEqual(
      [people.expired, people.lapsed, people.cancelled, people.revoked].map(({ number }) => number).sort(),
    );
  });
});

describe("somebody who withdrew consent to publication", () => {
  test("is not found by name", async () => {
    expect(await search("何美儀")).toEqual([]);
    expect(await search("Ho Mei Yee")).toEqual([]);
    expect(await search("", { field: "construction" })).not.toContain(people.hidden.number);
  });

  test("stays on the register by number, state and dates, and with nothing else", async () => {
    const answer = await viewRegisterEntry(people.hidden.number, now);
    expect(answer).toEqual({
      ok: true,
      value: {
        asOf: now,
        address: `http://localhost:3000/register/${people.hidden.number}`,
        entry: {
          number: people.hidden.number,
          validFrom: "2025-03-03",
          validUntil: "2028-03-02",
          published: null,
          standing: { is: "valid" },
        },
      },
    });
    const check = await verifyCertificate(client, people.hidden.code, now);
    expect(JSON.stringify(check)).not.toMatch(/何美儀|Mei Yee|A-1234|Harbour/);
  });
});

test("the view behind the public pages has no column that is not public", async () => {
  const columns = await database.$queryRaw<{ name: string }[]>`
    SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'public_register' ORDER BY ordinal_position`;
  expect(columns.map(({ name }) => name)).toEqual([
    "number",
    "field_code",
    "state",
    "state_from",
    "valid_from",
    "valid_until",
    "entry_code",
    "qualification_en",
    "qualification_zh_hant",
    "qualification_zh_hans",
    "issuing_body_en",
    "issuing_body_zh_hant",
    "issuing_body_zh_hans",
    "name_zh",
    "surname",
    "given_names",
    "institution",
    "home_registration_number",
    "scope_en",
    "scope_zh_hant",
    "scope_zh_hans",
    "published",
    "search_key",
    "id",
    "suspended_from",
    "suspended_until",
    "suspended_for",
    "ending",
    "ending_from",
    "ending_for",
  ]);
});

test("pages of the register follow one another without a gap or a repetition, forward and back", async () => {
  const filters = { words: [], field: null, standing: null };
  const whole = await listRegister(database, filters, "2026-11-22", { place: null, limit: 100 });
  const cursorOf = (row: RegisterRow | undefined) => ({ validFrom: row?.validFrom ?? "", id: row?.id ?? "" });
  const numbers = (rows: RegisterRow[]) => rows.map(({ number }) => number);

  const forward: RegisterRow[] = [];
  for (let place: RegisterPlace = null; ; place = { after: cursorOf(forward.at(-1)) }) {
    const rows = await listRegister(database, filters, "2026-11-22", { place, limit: 4 });
    forward.push(...rows);
    if (rows.length < 4) break;
  }
  expect(numbers(forward)).toEqual(numbers(whole));

  const back = await listRegister(database, filters, "2026-11-22", { place: { before: cursorOf(whole[6]) }, limit: 3 });
  expect(numbers(back)).toEqual(numbers(whole.slice(3, 6)));

  const first = await searchRegister({ q: "", field: null, standing: null, place: null }, now);
  expect(first).toMatchObject({ matches: 9, isMore: false, previous: null, next: null });
});
