import { describe, expect, test } from "vitest";
import { cameTrue } from "./listing";

const askedAt = new Date("2026-11-23T02:00:00Z");
const later = new Date("2026-12-01T02:00:00Z");
const entry = {
  code: "QH-1",
  searchKey: "registered landscape architect hk larb",
  confirmed: true,
  filedBy: "professional" as const,
  effectiveFrom: "2026-01-01",
  effectiveTo: null,
  publishedAt: later,
};
const today = "2026-12-02";
const wish = { entryCode: null, key: "landscape architect", askedAt };

describe("a wish", () => {
  test("comes true when an entry with all of its words is published", () => {
    expect(cameTrue(wish, [entry], today)).toBe(entry);
    expect(cameTrue({ ...wish, key: "landscape engineer" }, [entry], today)).toBeNull();
    expect(cameTrue({ ...wish, key: "" }, [entry], today)).toBeNull();
  });

  test("does not come true by what stood on the list before", () => {
    expect(cameTrue(wish, [{ ...entry, publishedAt: askedAt }], today)).toBeNull();
  });

  test("for an entry comes true when that very entry takes filings, whenever it was published", () => {
    const forEntry = { entryCode: "QH-1", key: "QH-1", askedAt };
    expect(cameTrue(forEntry, [{ ...entry, code: "QH-2" }], today)).toBeNull();
    const before = { ...entry, publishedAt: askedAt };
    expect(cameTrue(forEntry, [{ ...entry, code: "QH-2" }, before], today)).toBe(before);
  });

  test("does not come true by an entry that takes no filings today", () => {
    const closed = [
      { ...entry, confirmed: false },
      { ...entry, filedBy: "institution" as const },
      { ...entry, effectiveFrom: "2026-12-03" },
      { ...entry, effectiveTo: "2026-12-01" },
    ];
    for (const asked of [wish, { ...wish, entryCode: "QH-1" }]) {
      expect(closed.map((it) => cameTrue(asked, [it], today))).toEqual([null, null, null, null]);
      expect(cameTrue(asked, closed.slice(2, 3), "2026-12-03")).toBe(closed[2]);
    }
  });
});
