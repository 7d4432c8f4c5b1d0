import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalisePhone } from "./phone";

describe("a mobile number", () => {
  test.each([
    ["+852 9123 4567", "+852 9123 4567"],
    ["+85291234567", "+852 9123 4567"],
    ["00852-9123-4567", "+852 9123 4567"],
    ["852 9123 4567", "+852 9123 4567"],
    ["９１２３４５６７", "+852 9123 4567"],
    ["(852) 5123.4567", "+852 5123 4567"],
    ["+853 6612 3456", "+853 6612 3456"],
    ["853 6612 3456", "+853 6612 3456"],
    ["+86 138 0013 8000", "+86 138 0013 8000"],
    ["13800138000", "+86 138 0013 8000"],
    ["86 13800138000", "+86 138 0013 8000"],
    ["+44 7911 123456", "+447911123456"],
    ["+1 (415) 555-0132", "+14155550132"],
  ])("typed as %s is kept as %s", (typed, kept) => {
    expect(normalisePhone(typed)).toBe(kept);
  });

  test.each([
    ["66123456", "of Hong Kong or Macao: nobody knows which"],
    ["+852 2123 4567", "a fixed line of Hong Kong"],
    ["+852 9123 456", "a digit short"],
    ["+852 9123 45678", "a digit too many"],
    ["+853 2812 3456", "a fixed line of Macao"],
    ["+86 755 8888 8888", "a fixed line of Shenzhen"],
    ["+86 238 0013 8000", "given to nobody on the Mainland"],
    ["7911 123456", "without its code"],
    ["+0 12345678", "of no place"],
    ["", "empty"],
    ["call me", "no number"],
    ["+852 9123 4567 ext 3", "more than a number"],
  ])("%s is refused: %s", (typed) => {
    expect(normalisePhone(typed)).toBeNull();
  });

  test("that is kept is kept the same when it is saved again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[\d -]{8,16}$/), (typed) => {
        const kept = normalisePhone(typed);
        expect(kept === null ? null : normalisePhone(kept)).toBe(kept);
      }),
    );
  });
});
