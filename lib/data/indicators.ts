import type { Db } from "@/lib/data/client";
import { plainDay } from "@/lib/data/days";
import { indicatorScope, type Published } from "@/lib/data/statistics";

export type IndicatorRow = {
  number: number;
  category: string;
  name: { en: string; "zh-Hant": string; "zh-Hans": string };
  targetLow: number;
  targetHigh: number;
  targetOn: string;
  source: string;
  /** What was observed of the same scope, oldest first; the first is the baseline. */
  observed: (Published & { note: string })[];
};

/** The plan's indicators in its order, each with what was observed of the same scope. */
export async function listIndicators(db: Db): Promise<IndicatorRow[]> {
  const rows = await db.indicator.findMany({
    orderBy: { number: "asc" },
    select: {
      number: true,
      category: true,
      nameEn: true,
      nameZhHant: true,
      nameZhHans: true,
      value2022: true,
      targetLow: true,
      targetHigh: true,
      targetOn: true,
      source: true,
      observed: {
        where: { scope: indicatorScope },
        orderBy: { observedOn: "asc" },
        select: { value: true, observedOn: true, note: true, sourceUrl: true },
      },
    },
  });
  return rows.map((row) => {
    const observed = row.observed.map(({ value, observedOn, note, sourceUrl }) => ({
      value: value.toNumber(),
      on: plainDay(observedOn),
      source: sourceUrl,
      note,
    }));
    // Most indicators were observed once, for the plan itself; their baseline stands in the plan's own row.
    const baseline = { value: row.value2022.toNumber(), on: baselineDay, source: row.source, note: "" };
    return {
      number: row.number,
      category: row.category,
      name: { en: row.nameEn, "zh-Hant": row.nameZhHant, "zh-Hans": row.nameZhHans },
      targetLow: row.targetLow.toNumber(),
      targetHigh: row.targetHigh.toNumber(),
      targetOn: plainDay(row.targetOn),
      source: row.source,
      observed: observed.some(({ on }) => on === baselineDay) ? observed : [baseline, ...observed],
    };
  });
}

const baselineDay = "2022-12-31";
