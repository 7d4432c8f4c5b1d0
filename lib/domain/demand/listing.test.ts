import { describe, expect, test } from "vitest";
import { cameTrue } from "./listing";

const askedAt = new Date("2026-11-23T02:00:00Z");
const later = new Date("2026-12-01T02:00:00Z");
const entry = {
  code: "QH-1",
  searchKey: "registered landscape architect hk larb",
  confirmed: true,
  publishedAt: later,
};
const wish = { entryCode: null, key: "landscape architect", askedAt };

describe("a wish", () => {
  test("comes true when an entry with all of its words is published", () => {
    expect(cameTrue(wish, [entry])).toBe(entry);
    expect(cameTrue({ ...wish, key: "landscape engineer" }, [entry])).toBeNull();
    expect(cameTrue({ ...wish, key: "" }, [entry])).toBeNull();
  });

  test("does not come true by what stood on the list before", () => {
    expect(cameTrue(wish, [{ ...entry, publishedAt: askedAt }])).toBeNull();
  });

  test("for an entry comes true when that very entry is confirmed", () => {
    const forEntry = { entryCode: "QH-1", key: "QH-1", askedAt };
    expect(cameTrue(forEntry, [{ ...entry, confirmed: false }])).toBeNull();
    expect(cameTrue(forEntry, [{ ...entry, code: "QH-2" }, entry])).toBe(entry);
  });
});
