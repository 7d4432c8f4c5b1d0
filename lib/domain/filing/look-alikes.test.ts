import { describe, expect, test } from "vitest";
import { isFiledTwice, isOpenQuestion, isSomebodyElse, type LookAlike } from "./look-alikes";

const twin: LookAlike = { personId: "other", grounds: ["name"], ruling: null, ruledOn: [], hasFiled: true };

describe("whoever looks like the person of a filing", () => {
  test("is a question until somebody ruled on it", () => {
    expect(isOpenQuestion(twin)).toBe(true);
    expect(isOpenQuestion({ ...twin, ruling: "different_person", ruledOn: ["name"] })).toBe(false);
    expect(isOpenQuestion({ ...twin, ruling: "same_person", ruledOn: ["name", "licence_number"] })).toBe(false);
  });

  test("is a question again once more speaks for it", () => {
    const more: LookAlike = {
      ...twin,
      grounds: ["identity_number", "name"],
      ruling: "different_person",
      ruledOn: ["name"],
    };
    expect(isOpenQuestion(more)).toBe(true);
    expect(isSomebodyElse(more)).toBe(false);
    expect(isSomebodyElse({ ...more, ruledOn: ["identity_number", "name"] })).toBe(true);
  });

  test("has filed twice only where it is the same person who filed the same", () => {
    expect(isFiledTwice([twin])).toBe(false);
    expect(isFiledTwice([{ ...twin, ruling: "same_person", ruledOn: ["name"], hasFiled: false }])).toBe(false);
    expect(isFiledTwice([{ ...twin, ruling: "same_person", ruledOn: ["name"] }])).toBe(true);
  });
});
