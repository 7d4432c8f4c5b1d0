import { expect, test } from "vitest";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { stillCounts, verifiedUntil } from "./wallet";

const answers = {
  identity_expires_on: "2031-01-01",
  permit_expires_on: "2030-05-01",
  home_registration_until: "2027-12-31",
  insurance_until: "2027-01-31",
};

test.each<[EvidenceKey, string | null]>([
  ["id_hkid", null],
  ["id_passport", "2031-01-01"],
  ["travel_permit", "2030-05-01"],
  ["registration_certificate", "2027-12-31"],
  ["pi_insurance", "2027-01-31"],
  ["law_exam_pass", null],
  // What was true on the day it was written counts for 180 days.
  ["employment_proof", "2027-05-22"],
  ["good_standing", "2027-05-22"],
])("%s, verified on 23 November 2026, counts until %s", (key, until) => {
  expect(verifiedUntil(key, "2026-11-23", answers)).toBe(until);
});

test("a paper whose last day nobody gave counts no longer than any other", () => {
  expect(verifiedUntil("travel_permit", "2026-11-23", { permit_expires_on: "2030-" })).toBe("2027-05-22");
});

test("a paper counts on its last day and not on the day after", () => {
  const verified = { on: "2026-11-23", until: "2027-05-22" };
  expect([stillCounts(verified, "2027-05-22"), stillCounts(verified, "2027-05-23")]).toEqual([true, false]);
  expect(stillCounts({ on: "2026-11-23", until: null }, "2099-01-01")).toBe(true);
});
