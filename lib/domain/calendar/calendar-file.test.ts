import { expect, test } from "vitest";
import { calendarFile } from "./calendar-file";

const entry = {
  uid: "QH-2026-000123-C@qianhai-filing",
  day: "2026-12-14",
  summary: "Decision on filing QH-2026-000123-C due; first, second",
  madeAt: new Date("2026-11-23T02:00:00.123Z"),
};

test("a promised day goes into a calendar as a whole day", () => {
  const lines = calendarFile(entry).split("\r\n");
  expect(lines).toContain("DTSTART;VALUE=DATE:20261214");
  expect(lines).toContain("DTSTAMP:20261123T020000Z");
  expect(lines).toContain("SUMMARY:Decision on filing QH-2026-000123-C due\\; first\\, second");
  expect(lines.at(-1)).toBe("");
});

test("long lines in Chinese are folded between characters", () => {
  const file = calendarFile({ ...entry, summary: "備案申請決定期限".repeat(8) });
  for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll("\r\n ", "")).toContain("備案申請決定期限".repeat(8));
});
