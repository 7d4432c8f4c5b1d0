import { describe, expect, test } from "vitest";
import { mayEraseAll, papersUntil, whatMustStay, type HeldOfPerson } from "./retention";

const today = "2026-11-23";
const nothing: HeldOfPerson = { filings: [], registrations: [], bars: [], lastConsentOn: null, lastRefusalOn: null };
const refused = { id: "1", address: "QH-2026-000001-A", state: "refused" as const, endedOn: "2026-11-01" };
const approved = { id: "2", address: "QH-2026-000002-B", state: "approved" as const, endedOn: "2025-03-03" };
const registration = { filingId: "2", number: "QHR-000002-B", lastDay: "2028-03-02" };

describe("what must stay of a person", () => {
  test("nothing of somebody who only has drafts", () => {
    const held = {
      ...nothing,
      filings: [{ ...refused, state: "draft" as const, endedOn: null }],
      lastConsentOn: today,
    };
    expect(whatMustStay(held, today)).toEqual([]);
    expect(mayEraseAll(held, today)).toBe(true);
  });

  test("everything of a filing that is being examined, without a day", () => {
    const held = { ...nothing, filings: [{ ...refused, state: "under_review" as const, endedOn: null }] };
    expect(whatMustStay(held, today)).toEqual([{ reason: "open_filing", about: refused.address, until: null }]);
    expect(mayEraseAll(held, today)).toBe(false);
  });

  test("a refused filing and its papers two years, the identity papers thirty days", () => {
    const held = { ...nothing, filings: [refused], lastConsentOn: "2026-10-01" };
    expect(whatMustStay(held, today)).toEqual([
      { reason: "ended_filing", about: refused.address, until: "2028-11-01" },
      { reason: "papers", about: refused.address, until: "2028-11-01" },
      { reason: "identity_papers", about: refused.address, until: "2026-12-01" },
      { reason: "consents", about: null, until: "2029-10-01" },
    ]);
    expect(whatMustStay(held, "2028-11-01").map(({ reason }) => reason)).toContain("ended_filing");
    expect(mayEraseAll(held, "2028-11-01")).toBe(false);
    expect(mayEraseAll(held, "2028-11-02")).toBe(true);
  });

  test("a refused request about their data and its reasons four years, even where nothing else must", () => {
    const held = { ...nothing, lastRefusalOn: "2026-11-23" };
    expect(whatMustStay(held, today)).toEqual([{ reason: "refused_request", about: null, until: "2030-11-23" }]);
    expect(mayEraseAll(held, "2030-11-23")).toBe(false);
    expect(mayEraseAll(held, "2030-11-24")).toBe(true);
  });

  test("a bar until its last day, without holding up the rest", () => {
    const held = { ...nothing, filings: [refused], bars: [{ reference: refused.address, until: "2031-11-01" }] };
    expect(whatMustStay(held, "2028-11-02")).toEqual([{ reason: "bar", about: refused.address, until: "2031-11-01" }]);
    expect(mayEraseAll(held, "2028-11-02")).toBe(true);
    expect(whatMustStay(held, "2031-11-02")).toEqual([]);
  });

  test("a registration ten years after its last day, its papers two", () => {
    const held = { ...nothing, filings: [approved], registrations: [registration] };
    expect(whatMustStay(held, today)).toEqual([
      { reason: "registration", about: registration.number, until: "2038-03-02" },
      { reason: "papers", about: approved.address, until: "2030-03-02" },
    ]);
    expect(papersUntil(approved, [registration])).toEqual({ papers: "2030-03-02", identityPapers: "2025-04-02" });
    expect(mayEraseAll(held, "2038-03-02")).toBe(false);
    expect(mayEraseAll(held, "2038-03-03")).toBe(true);
  });
});
