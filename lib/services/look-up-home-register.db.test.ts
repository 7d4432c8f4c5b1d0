import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Staff } from "@/lib/domain/actor";
import { findingSchema } from "@/lib/domain/filing/review-schema";
import type { HomeEntry, HomeRegister } from "@/lib/ports/home-register";
import { monday, openOffice, staff, submittedFiling, type Submitted } from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { lookUpHomeRegister } from "./look-up-home-register";
import { recordFinding } from "./record-finding";
import { viewExamination } from "./view-examination";
import { viewStatus } from "./view-status";

const source = "https://register.board.example/search";
const at = new Date("2026-11-23T02:30:00Z");

/** A board's register that answers by machine, the same to everybody. */
const saying =
  (entry: HomeEntry): (() => HomeRegister) =>
  () =>
  () =>
    Promise.resolve({ way: "by_machine", source, at, entry });

beforeAll(openOffice);

let lee: Staff;
let filing: Submitted;

beforeEach(async () => {
  lee = await staff("Lee Ka Fai", ["examine"]);
  filing = await submittedFiling(monday);
  await acceptFiling(lee, { filingId: filing.filingId, version: filing.version }, monday);
});

const byHand = (differing: Record<string, string> = {}) => ({
  filingId: filing.filingId,
  check: "home_registration",
  result: "met",
  note: "",
  revision: "0",
  source,
  ...differing,
});

async function shown() {
  const status = await viewStatus(filing.applicant, filing.reference, monday);
  const examination = await viewExamination(lee, filing.reference, monday);
  const finding = examination.ok
    ? examination.value.checks.find(({ key }) => key === "home_registration")?.finding
    : undefined;
  return { professional: status.ok ? status.value.homeRegister : undefined, reviewer: finding };
}

test("nobody is told of a look-up before somebody looked", async () => {
  expect(await shown()).toEqual({ professional: null, reviewer: null });
});

test("a reviewer who looked by hand says where, and both sides read where and when", async () => {
  const finding = findingSchema.parse(byHand());
  expect(await recordFinding(lee, finding, monday)).toMatchObject({ ok: true });
  const { professional, reviewer } = await shown();
  expect(professional).toEqual({ result: "met", way: "by_hand", source, at: monday });
  expect(reviewer).toMatchObject({ result: "met", lookUp: { way: "by_hand", source, at: monday } });
});

test("a registration at home is neither confirmed nor denied without saying where that was seen", () => {
  for (const without of ["", "the web", "javascript:alert(1)"]) {
    expect(findingSchema.safeParse(byHand({ source: without })).error?.issues[0]?.path).toEqual(["source"]);
  }
  expect(findingSchema.safeParse(byHand({ source: "", result: "not_met", note: "Ended." })).success).toBe(false);
  expect(findingSchema.safeParse(byHand({ source: "", result: "missing" })).success).toBe(true);
  expect(findingSchema.safeParse(byHand({ source: "", check: "names" })).success).toBe(true);
});

test.each<[string, HomeEntry, "met" | "not_met"]>([
  ["the same person in force", { standing: "in_force", name: "Chan, Tai Man", validUntil: "2028-12-31" }, "met"],
  ["somebody else under that number", { standing: "in_force", name: "WONG Siu Ling", validUntil: null }, "not_met"],
  ["a day that has passed", { standing: "in_force", name: "CHAN Tai Man", validUntil: "2026-11-22" }, "not_met"],
  ["an entry that ended", { standing: "ended", name: "CHAN Tai Man", validUntil: "2020-01-01" }, "not_met"],
  ["nobody", { standing: "not_found", name: null, validUntil: null }, "not_met"],
])("a register asked by machine that says %s is recorded as it is", async (_, entry, result) => {
  const { filingId } = filing;
  const asked = await lookUpHomeRegister(lee, { filingId, revision: 0 }, monday, saying(entry));
  expect(asked).toMatchObject({ ok: true });
  const { professional } = await shown();
  expect(professional).toEqual({ result, way: "by_machine", source, at });
});

test("where the register cannot be asked, the reviewer is told to look by hand and nothing is recorded", async () => {
  const asked = await lookUpHomeRegister(lee, { filingId: filing.filingId, revision: 0 }, monday);
  expect(asked).toMatchObject({ refusal: { code: "unmet", condition: "by_hand_only" } });
  expect(await shown()).toEqual({ professional: null, reviewer: null });
});

test("nobody looks somebody up who may not examine the filing, or over a finding they have not seen", async () => {
  const register = saying({ standing: "in_force", name: "CHAN Tai Man", validUntil: "2028-12-31" });
  const input = { filingId: filing.filingId, revision: 0 };
  const tam = await staff("Tam Chi Ho", ["examine"], "tax");
  expect(await lookUpHomeRegister(tam, input, monday, register)).toMatchObject({ refusal: { code: "not_found" } });
  await recordFinding(lee, findingSchema.parse(byHand()), monday);
  expect(await lookUpHomeRegister(lee, input, monday, register)).toMatchObject({ refusal: { code: "stale" } });
});
