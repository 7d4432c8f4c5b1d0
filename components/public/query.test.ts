import { describe, expect, test } from "vitest";
import { choiceIn, pageIn, withQuery, wordsIn } from "./query";

describe("an address that somebody typed or changed", () => {
  test("says nothing where it says the same thing twice", () => {
    expect(wordsIn({ q: ["a", "b"] }, "q")).toBe("");
    expect(choiceIn({ field: ["tax", "legal"] }, "field", ["tax", "legal"])).toBeNull();
  });

  test("is cut where it is longer than a line", () => {
    expect(wordsIn({ q: ` ${"a".repeat(500)} ` }, "q")).toHaveLength(100);
  });

  test.each(["nothing", "", "__proto__", "constructor"])("names none of the choices with %j", (field) => {
    expect(choiceIn({ field }, "field", ["tax", "legal"])).toBeNull();
  });

  test.each(["0", "-1", "1e9", "1.5", "abc", "999999", ""])("is the first page with %j", (page) => {
    expect(pageIn({ page })).toBe(1);
  });
});

test("an address carries only what says something", () => {
  expect(withQuery("/list", { q: "", field: null, page: null })).toBe("/list");
  expect(withQuery("/list", { q: "建築師 & co", field: "tax", page: 2 })).toBe(
    "/list?q=%E5%BB%BA%E7%AF%89%E5%B8%AB+%26+co&field=tax&page=2",
  );
});
