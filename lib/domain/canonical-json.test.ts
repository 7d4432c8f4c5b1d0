import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";

test("the order of keys changes nothing, the order of a list does", () => {
  expect(canonicalJson({ b: [{ y: 1, x: "陳" }], a: null })).toBe('{"a":null,"b":[{"x":"陳","y":1}]}');
  expect(canonicalJson({ a: null, b: [{ x: "陳", y: 1 }] })).toBe(canonicalJson({ b: [{ y: 1, x: "陳" }], a: null }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test("what is absent and what was never there read the same", () => {
  expect(canonicalJson({ a: undefined })).toBe("{}");
});
