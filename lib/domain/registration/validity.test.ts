import { expect, test } from "vitest";
import { validityFrom } from "./validity";

test("a registration of three years ends on the eve of the third anniversary", () => {
  expect(validityFrom("2026-11-22", 3, "2031-12-31")).toEqual({ from: "2026-11-22", until: "2029-11-21" });
  expect(validityFrom("2026-11-22", 3, null)).toEqual({ from: "2026-11-22", until: "2029-11-21" });
});

test("it ends with the home registration where that comes first", () => {
  expect(validityFrom("2026-11-22", 3, "2026-12-31")).toEqual({ from: "2026-11-22", until: "2026-12-31" });
  expect(validityFrom("2026-11-22", 3, "2026-11-22")).toEqual({ from: "2026-11-22", until: "2026-11-22" });
});

test("nobody is registered on a home registration that has ended", () => {
  expect(validityFrom("2026-11-22", 3, "2026-11-21")).toBeNull();
});

test("a decision of 29 February lasts to 27 February where there is no leap day", () => {
  expect(validityFrom("2028-02-29", 3, null)).toEqual({ from: "2028-02-29", until: "2031-02-27" });
});
