import { beforeAll, describe, expect, test } from "vitest";
import { loadFieldData } from "@/prisma/load-field-data";
import { countFields, listEntries, type ListFilters } from "./list-entries";
import { viewEntry } from "./view-entry";

const now = new Date("2026-11-22T06:05:00Z");
const look = (filters: Partial<ListFilters>) =>
  listEntries({ q: "", field: null, jurisdiction: null, standing: null, page: 1, ...filters }, now);

beforeAll(() => loadFieldData(now));

describe("whoever looks for their qualification", () => {
  test.each([
    "建築師",
    "建筑师",
    "Registered Architect",
    "architects registration board",
    "ARB",
    "QH-CON-HK-ARCHITECT",
  ])("finds the architect of Hong Kong by typing %s", async (q) => {
    const { entries } = await look({ q });
    expect(entries.map(({ code }) => code)).toContain("QH-CON-HK-ARCHITECT");
  });

  test.each([
    ["HKICPA", "Hong Kong Institute of Certified Public Accountants"],
    ["RICS", "Royal Institution of Chartered Surveyors"],
    ["稅務學會", "The Taxation Institute of Hong Kong"],
  ])("finds the body behind %s", async (q, body) => {
    const { entries } = await look({ q });
    expect(entries.map(({ issuingBody }) => issuingBody.en)).toContain(body);
  });

  test("is shown what comes nearest where nothing matches, and how many pages there are where much does", async () => {
    const nothing = await look({ q: "Architekt" });
    expect(nothing).toMatchObject({ matches: 0, entries: [], total: 90 });
    expect(nothing.nearest[0]?.qualification.en).toMatch(/Architect/);

    const whole = await look({ page: 3 });
    expect(whole).toMatchObject({ matches: 90, pages: 3, hasNext: false, nearest: [] });
    expect(whole.entries).toHaveLength(30);
    expect((await look({ page: 9 })).entries).toEqual([]);
  });

  test("may narrow the list by field, place and whether it is open", async () => {
    expect((await look({ field: "construction" })).matches).toBe(33);
    expect((await look({ jurisdiction: "MO" })).matches).toBe(11);
    expect((await look({ standing: "open" })).matches).toBe(28);
    expect((await look({ standing: "not_confirmed" })).matches).toBe(51);
    expect((await look({ standing: "by_institution" })).matches).toBe(8);
    expect((await look({ standing: "no_longer_open" })).entries.map(({ field }) => field)).toEqual([
      "legal",
      "legal",
      "legal",
    ]);
  });

  test("sees how many qualifications each field has", async () => {
    const fields = await countFields();
    expect(fields).toHaveLength(16);
    expect(fields[0]).toEqual({ field: "construction", entries: 33 });
  });
});

describe("an entry's page", () => {
  test("says what the architect needs, and that it is open", async () => {
    const entry = await viewEntry("QH-CON-HK-ARCHITECT", now);
    expect(entry).toMatchObject({
      ok: true,
      value: {
        closed: null,
        route: "file",
        halves: ["translation", "notarisation"],
        authority: { name: { "zh-Hant": "前海管理局" }, acceptanceDays: 5, decisionDays: 10 },
      },
    });
    expect(entry.ok && entry.value.papers.map(({ key }) => key)).toEqual([
      "id_hkid",
      "travel_permit",
      "registration_certificate",
      "employment_proof",
    ]);
  });

  test.each([
    ["QH-LEG-HK-SOLICITOR", "no_longer_open"],
    ["QH-CON-HK-RPE-CIVIL", "not_confirmed"],
  ])("of %s says why it takes no filing: %s", async (code, closed) => {
    expect(await viewEntry(code, now)).toMatchObject({ ok: true, value: { closed } });
  });

  test("of the solicitor was open on its last day", async () => {
    const lastDay = new Date("2026-10-04T15:00:00Z");
    expect(await viewEntry("QH-LEG-HK-SOLICITOR", lastDay)).toMatchObject({ ok: true, value: { closed: null } });
  });

  test.each(["QH-NO-THING", "", "qh-con-hk-architect", "\u0000", "QH-'; --"])(
    "under the code %j is nobody's",
    async (code) => {
      expect(await viewEntry(code, now)).toEqual({ ok: false, refusal: { code: "not_found" } });
    },
  );
});
