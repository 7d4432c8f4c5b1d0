import { expect, test } from "vitest";
import { readCsv } from "@/prisma/data/read-csv";
import { peopleInPractice } from "./in-practice";

test("of the construction professionals counted in July 2023, 74 were in practice, and no other count says", () => {
  const told = readCsv("milestones.csv").flatMap(({ date, value, note }) => {
    const people = peopleInPractice(note ?? "");
    return people === null ? [] : [{ date, value, people }];
  });
  expect(told).toEqual([{ date: "2023-07-31", value: "444", people: 74 }]);
});
