import fc from "fast-check";
import { expect, test } from "vitest";
import { formatVerificationCode, parseVerificationCode, verificationCode } from "./verification-code";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

test("the smallest and the largest code keep their 26 characters", () => {
  expect(verificationCode(new Uint8Array(16))).toBe("0".repeat(26));
  expect(verificationCode(new Uint8Array(16).fill(255))).toBe(`7${"Z".repeat(25)}`);
  expect(verificationCode(new Uint8Array(16).with(15, 33))).toBe(`${"0".repeat(24)}11`);
});

test("a client who types a code from paper reaches that certificate and no other", () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const code = verificationCode(one);
      expect(parseVerificationCode(formatVerificationCode(code).toLowerCase())).toBe(code);
      expect(verificationCode(other) === code).toBe(one.every((byte, at) => byte === other[at]));
    }),
  );
});

test("a code is printed in groups of four", () => {
  expect(formatVerificationCode("0123456789ABCDEFGHJKMNPQRS")).toBe("0123-4567-89AB-CDEF-GHJK-MNPQ-RS");
});

test("a client who mistakes O for zero and l or I for one still finds the certificate", () => {
  expect(parseVerificationCode("ol2I 4567 89AB CDEF GHJK MNPQ RS")).toBe("0121456789ABCDEFGHJKMNPQRS");
});

test.each(["", "0123", "8123456789ABCDEFGHJKMNPQRS", "0123456789ABCDEFGHJKMNPQRU", "0123456789ABCDEFGHJKMNPQRST"])(
  "what cannot be a code is nobody's: %j",
  (typed) => {
    expect(parseVerificationCode(typed)).toBeNull();
  },
);

test("a code is never made from too little chance", () => {
  expect(() => verificationCode(new Uint8Array(15))).toThrow(RangeError);
});
