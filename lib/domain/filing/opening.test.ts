import { expect, test } from "vitest";
import { whyClosed, type Opening } from "./opening";

const open: Opening = {
  confirmed: true,
  filedBy: "professional",
  effectiveFrom: "2020-10-01",
  effectiveTo: "2026-10-04",
};

test("a confirmed entry takes filings from its first day to its last", () => {
  expect(whyClosed(open, "2020-09-30")).toBe("not_yet_open");
  expect(whyClosed(open, "2020-10-01")).toBeNull();
  expect(whyClosed(open, "2026-10-04")).toBeNull();
  expect(whyClosed(open, "2026-10-05")).toBe("no_longer_open");
  expect(whyClosed({ ...open, effectiveFrom: null, effectiveTo: null }, "1990-01-01")).toBeNull();
});

test("an entry that nobody confirmed, or that institutions file, says so", () => {
  expect(whyClosed({ ...open, confirmed: false }, "2025-01-01")).toBe("not_confirmed");
  expect(whyClosed({ ...open, filedBy: "institution", confirmed: false }, "2025-01-01")).toBe("by_institution");
});
