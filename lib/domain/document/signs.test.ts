import { expect, test } from "vitest";
import { scanSignsIn, signsOf, type PageMeasures } from "./signs";

const good: PageMeasures = { longSide: 2_000, brightness: 210, contrast: 200, sharpness: 0.8 };

test.each<[string, Partial<PageMeasures>, string[]]>([
  ["a good scan", {}, []],
  ["a good page of a PDF, whose points nobody counts", { longSide: null }, []],
  ["a picture of 799 points", { longSide: 799 }, ["small"]],
  ["a picture of 800 points", { longSide: 800 }, []],
  ["a picture taken at night", { brightness: 30 }, ["dark"]],
  ["a picture out of focus", { sharpness: 0.05 }, ["blurred"]],
  ["a dark picture out of focus", { brightness: 30, sharpness: 0.05 }, ["dark", "blurred"]],
  ["a white page, which is not blurred as well", { contrast: 3, sharpness: 0 }, ["blank"]],
  ["a black page, which is not dark as well", { contrast: 3, brightness: 2, sharpness: 0 }, ["blank"]],
])("%s has these signs", (_, differing, signs) => {
  expect(signsOf({ ...good, ...differing })).toEqual(signs);
});

test("what was not measured has no signs, and what nobody knows is none", () => {
  expect(signsOf(null)).toEqual([]);
  expect(scanSignsIn(["small", "crooked", "blank"])).toEqual(["blank", "small"]);
});
