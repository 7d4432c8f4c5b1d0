import { expect, test } from "vitest";
import { insuranceMark } from "./insurance";

test("a holder is told thirty and seven days before the insurance ends, and once it has, never on a day between", () => {
  const on = (today: string) => insuranceMark("2027-06-30", today);
  expect(on("2027-05-30")).toBeNull();
  expect(on("2027-05-31")).toBe(30);
  expect(on("2027-06-22")).toBe(30);
  expect(on("2027-06-23")).toBe(7);
  expect(on("2027-06-30")).toBe(7);
  expect(on("2027-07-01")).toBe("ended");
});
