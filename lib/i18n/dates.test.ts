import { expect, test } from "vitest";
import { dateWords, instantWords, monthWords, numberWords, timeWords } from "./dates";

test("a day reads the way each language writes it, whatever the zone of the machine", () => {
  expect(dateWords("en", "2026-11-22")).toBe("22 November 2026");
  expect(dateWords("zh-Hant", "2026-11-22")).toBe("2026年11月22日");
  expect(dateWords("zh-Hans", "2026-11-22")).toBe("2026年11月22日");
});

test("a month reads without its day", () => {
  expect(monthWords("en", "2026-11-22")).toBe("November 2026");
  expect(monthWords("zh-Hant", "2026-11-22")).toBe("2026年11月");
});

test("a moment is told in the time of Hong Kong and Shenzhen, on a 24-hour clock", () => {
  const lateInLondon = new Date("2026-11-21T16:05:00Z");
  expect(timeWords("en", lateInLondon)).toBe("00:05");
  expect(instantWords("en", lateInLondon)).toBe("22 November 2026, 00:05");
  expect(instantWords("zh-Hans", lateInLondon)).toBe("2026年11月22日 00:05");
});

test("thousands are set apart by a comma", () => {
  expect(numberWords("en", 1000)).toBe("1,000");
  expect(numberWords("zh-Hant", 1234567)).toBe("1,234,567");
});
