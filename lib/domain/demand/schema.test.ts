import { expect, test } from "vitest";
import { makeWishSchema } from "./schema";

test("a qualification may be wished for by its name in two Chinese characters, and not by one alone", () => {
  for (const qualification of ["律師", "律师", "醫生"]) {
    expect(makeWishSchema.safeParse({ qualification }).success).toBe(true);
  }
  expect(makeWishSchema.safeParse({ qualification: " 律 " }).success).toBe(false);
});
