import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkIdentityNumber,
  identityComparisonKey,
  type IdentityDocumentKind,
  identityDocumentKinds,
  maskedIdentityNumber,
  normaliseIdentityNumber,
  printedIdentityNumber,
} from "./identity-document";

describe("a Hong Kong identity card", () => {
  test.each([
    "A123456(3)",
    "E364912(5)",
    "D288754(2)",
    "G123456(A)",
    "C123456(9)",
    "K000000(0)",
    "AB987654(3)",
    "AB123456(9)",
  ])("%s is well formed", (number) => {
    expect(checkIdentityNumber("hkid", number)).toBeNull();
    expect(printedIdentityNumber("hkid", number)).toBe(number);
  });

  test("a holder who misreads a digit is asked to read again", () => {
    expect(checkIdentityNumber("hkid", "A123456(4)")).toBe("identity.hkid_check_digit");
    expect(checkIdentityNumber("hkid", "A123465(3)")).toBe("identity.hkid_check_digit");
  });

  test.each(["", "A12345(3)", "1234567(3)", "ABC123456(3)", "A123456(B)", "身份證"])(
    "%j does not look like one",
    (number) => {
      expect(checkIdentityNumber("hkid", number)).toBe("identity.hkid_form");
    },
  );

  test.each(["a123456(3)", " A 123456 (3) ", "Ａ１２３４５６（３）", "A-123456-3", "A123456[3]"])(
    "a holder may type %s",
    (typed) => {
      expect(normaliseIdentityNumber(typed)).toBe("A1234563");
      expect(checkIdentityNumber("hkid", typed)).toBeNull();
    },
  );
});

const wellFormed: [IdentityDocumentKind, string][] = [
  ["macao_id", "1234567(8)"],
  ["macao_id", "5/123456/7"],
  ["home_return_permit", "H12345678"],
  ["home_return_permit", "M1234567801"],
  ["home_return_permit_non_chinese", "HA1234567"],
  ["home_return_permit_non_chinese", "MA1234567"],
  ["residence_permit", "810000199408230021"],
  ["residence_permit", "83000019900101008X"],
  ["passport", "K01234567"],
  ["passport", "P1234"],
];

const suspect: [IdentityDocumentKind, string, string][] = [
  ["macao_id", "2234567(8)", "identity.macao_id_form"],
  ["home_return_permit", "K12345678", "identity.home_return_permit_form"],
  ["home_return_permit", "H123456789", "identity.home_return_permit_form"],
  ["home_return_permit", "HA1234567", "identity.home_return_permit_is_non_chinese"],
  ["home_return_permit_non_chinese", "H12345678", "identity.home_return_permit_is_chinese"],
  ["home_return_permit_non_chinese", "HA123456", "identity.home_return_permit_non_chinese_form"],
  ["residence_permit", "440301199408230021", "identity.residence_permit_form"],
  ["residence_permit", "810000199402300021", "identity.residence_permit_birth_date"],
  ["residence_permit", "810000199413010021", "identity.residence_permit_birth_date"],
  ["residence_permit", "810000199408230022", "identity.residence_permit_check_digit"],
  ["passport", "K012", "identity.passport_form"],
];

test.each(wellFormed)("a holder of a %s numbered %s meets no warning", (kind, number) => {
  expect(checkIdentityNumber(kind, number)).toBeNull();
});

test.each(suspect)("a holder of a %s numbered %s is asked to read again: %s", (kind, number, warning) => {
  expect(checkIdentityNumber(kind, number)).toBe(warning);
});

test("a colleague looking over a shoulder sees only the beginning", () => {
  expect(maskedIdentityNumber("hkid", "A123456(3)")).toBe("A12****(*)");
  expect(maskedIdentityNumber("hkid", "AB987654(3)")).toBe("AB9*****(*)");
  expect(maskedIdentityNumber("macao_id", "1234567(8)")).toBe("123****(*)");
  expect(maskedIdentityNumber("home_return_permit", "H12345678")).toBe("H12******");
  expect(maskedIdentityNumber("passport", "P1234")).toBe("P****");
  expect(maskedIdentityNumber("passport", "123")).toBe("***");
});

test("a re-issued permit still belongs to the same person", () => {
  expect(identityComparisonKey("home_return_permit", "H1234567801")).toBe("H12345678");
  expect(identityComparisonKey("home_return_permit", "h 12345678 02")).toBe("H12345678");
  expect(identityComparisonKey("hkid", "AB987654(3)")).toBe("AB9876543");
});

test("whatever somebody types, it is answered, and the mask hides at least four characters of it", () => {
  const anything = fc.string({ maxLength: 25 }).map((text) => text.replaceAll("*", ""));
  fc.assert(
    fc.property(fc.constantFrom(...identityDocumentKinds), anything, (kind, typed) => {
      checkIdentityNumber(kind, typed);
      const number = normaliseIdentityNumber(typed);
      const shown = maskedIdentityNumber(kind, typed).replace(/[*()]/g, "");
      expect(number.startsWith(shown)).toBe(true);
      expect(shown.length).toBeLessThanOrEqual(Math.max(0, number.length - 4));
      expect(normaliseIdentityNumber(printedIdentityNumber(kind, typed))).toBe(number);
    }),
  );
});
