import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { readCsv } from "@/prisma/data/read-csv";
import { putArchitectOnList, putOnRegister } from "@/prisma/testing/register-scene";
import { viewIndicators, viewTargetProgress } from "./view-progress";

const now = new Date("2026-11-22T06:05:00Z");
const names = { nameZh: "陳大文", surname: "Chan", givenNames: "Tai Man" };

test("before the plan's data are loaded there is no count, and no page breaks", async () => {
  expect(await viewTargetProgress(now)).toBeNull();
  expect(await viewIndicators(null)).toEqual([]);
});

describe("with the plan's data", () => {
  beforeAll(async () => {
    for (const row of readCsv("indicators.csv")) {
      await database.indicator.create({
        data: {
          number: Number(row["number"]),
          category: row["category"] ?? "",
          nameEn: row["indicator_en"] ?? "",
          nameZhHant: row["indicator_zh_hant"] ?? "",
          nameZhHans: row["indicator_zh_hans"] ?? "",
          unit: row["unit"] ?? "",
          value2022: row["value_2022"] ?? "0",
          targetLow: row["target_2025_low"] ?? "0",
          targetHigh: row["target_2025_high"] ?? "0",
          targetOn: dayColumn("2025-12-31"),
          source: row["source"] ?? "",
        },
      });
    }
    for (const row of readCsv("milestones.csv")) {
      const [, scope = "", note = ""] = /^scope=([\w-]+); (.*)$/.exec(row["note"] ?? "") ?? [];
      await database.observation.create({
        data: {
          indicatorNumber: Number(row["indicator_number"]),
          observedOn: dayColumn(row["date"] ?? ""),
          value: row["value"] ?? "0",
          scope,
          note,
          sourceUrl: row["source_url"] ?? "",
        },
      });
    }
  });

  test("the count is the official 517 while nobody is recorded here", async () => {
    expect(await viewTargetProgress(now)).toMatchObject({
      baseline: { value: 517, on: "2022-12-31" },
      target: { value: 1000, on: "2025-12-31" },
      here: 0,
      registered: 517,
      validToday: 0,
      inPractice: { value: 74, of: 444, on: "2023-07-31" },
      missing: 483,
      isPast: true,
      pace: null,
      reachedIn: null,
      recorded: [],
    });
  });

  test("each person registered here is counted once, whoever was in the baseline not again", async () => {
    const { versionId } = await putArchitectOnList();
    await putOnRegister(versionId, names, { validFrom: "2026-04-10" });
    await putOnRegister(versionId, names, { validFrom: "2026-07-01", validUntil: "2026-11-21" });
    const before = await putOnRegister(versionId, names, { validFrom: "2026-07-02" });
    await database.person.update({ where: { id: before.personId }, data: { inBaseline: true } });

    const progress = await viewTargetProgress(now);
    expect(progress).toMatchObject({ here: 2, registered: 519, missing: 481, pace: 1 / 6 });
    expect(progress?.validToday).toBe(2);
    expect(progress?.recorded.at(0)).toEqual({ on: "2026-04-30", value: 518 });
    expect(progress?.recorded.at(-1)).toEqual({ on: "2026-11-22", value: 519 });
  });

  test("the last point of the line is the number in the sentence", async () => {
    const progress = await viewTargetProgress(now);
    expect(progress?.recorded.at(-1)?.value).toBe(progress?.registered);
  });

  test("all fourteen indicators are there, each with observations of its own scope only", async () => {
    const indicators = await viewIndicators(null);
    expect(indicators.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
    expect(indicators.map(({ later }) => later.length)).toEqual([2, ...Array<number>(13).fill(0)]);
    expect(indicators.filter(({ share }) => share === null).map(({ number }) => number)).toEqual([4, 5, 6, 11]);
    const [people] = (await viewIndicators(await viewTargetProgress(now))).slice(-1);
    expect(people?.later).toEqual([{ value: 519, on: "2026-11-22", source: null }]);
    expect(indicators[0]).toMatchObject({ baseline: { value: 8274 }, share: 90 });
  });
});
