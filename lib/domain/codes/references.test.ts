import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filingReference, parseFilingReference, parseRegistrationNumber, registrationNumber } from "./references";

const year = fc.integer({ min: 2020, max: 2099 });
const number = fc.oneof(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1_000_000, max: 999_999_999 }));

test("references look as they are printed", () => {
  expect(filingReference(2026, 123)).toMatch(/^QH-2026-000123-[0-9A-Z]$/);
  expect(registrationNumber(123)).toMatch(/^QHR-000123-[0-9A-Z]$/);
  expect(registrationNumber(1_234_567)).toMatch(/^QHR-1234567-[0-9A-Z]$/);
});

test("whoever types what is printed finds the filing and the registration", () => {
  fc.assert(
    fc.property(year, number, (y, n) => {
      expect(parseFilingReference(filingReference(y, n))).toBe(filingReference(y, n));
      expect(parseRegistrationNumber(registrationNumber(n))).toBe(registrationNumber(n));
    }),
  );
});

describe("a professional on the telephone", () => {
  const printed = filingReference(2026, 123);
  const check = printed.at(-1) ?? "";

  test.each([
    ["in small letters", printed.toLowerCase()],
    ["without dashes", `QH2026000123${check}`],
    ["with spaces", ` qh 2026 000123 ${check} `],
    ["with long dashes", printed.replaceAll("-", "–")],
    ["in full-width letters", `ＱＨ－２０２６－０００１２３－${check}`],
  ])("may type the reference %s", (_how, typed) => {
    expect(parseFilingReference(typed)).toBe(printed);
  });
});

test.each(["", "QH", "QH-2026-000123", "QH-26-000123-0", "QH-2026-0000123-0", "QHR-000123-0'; --", "\u0000", "備案"])(
  "what cannot be a reference is nobody's: %j",
  (typed) => {
    expect(parseFilingReference(typed)).toBeNull();
    expect(parseRegistrationNumber(typed)).toBeNull();
  },
);

test("two digits changed places, or a wrong check character, find nobody", () => {
  const printed = registrationNumber(123);
  const check = printed.at(-1) ?? "";
  expect(parseRegistrationNumber(`QHR-000132-${check}`)).toBeNull();
  expect(parseRegistrationNumber(`QHR-000123-${check === "A" ? "B" : "A"}`)).toBeNull();
});

test("a filing is not found by a registration number, nor the other way about", () => {
  expect(parseFilingReference(registrationNumber(123))).toBeNull();
  expect(parseRegistrationNumber(filingReference(2026, 123))).toBeNull();
});
