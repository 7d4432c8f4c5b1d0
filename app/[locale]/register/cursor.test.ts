import { expect, test } from "vitest";
import { cursorFrom, cursorText } from "./cursor";

const place = { validFrom: "2026-11-02", id: "01932b5e-7c1a-7d1f-8b1a-2f6d0c9e4a11" };

test("a page of the register is found again by its address", () => {
  expect(cursorFrom(cursorText(place))).toEqual(place);
});

test.each(["", "x", "2026-02-31.01932b5e-7c1a-7d1f-8b1a-2f6d0c9e4a11", "2026-11-02.nobody", "2026-11-02", "%00.%00"])(
  "an address that names no place, such as %j, is the first page",
  (text) => {
    expect(cursorFrom(text)).toBeNull();
  },
);
