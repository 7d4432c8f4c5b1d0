import * as z from "zod";
import { transaction, type Db } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { columnsOf } from "@/lib/data/entry-versions";
import { fields, authorityCodes, listRowSchema, rowProblems, type ListRow } from "@/lib/domain/accreditation/schema";
import { readCsv } from "./data/read-csv";

/** Loads the field's own data: inserts what is missing, and never undoes what an administrator changed. */
export async function loadFieldData(now: Date): Promise<void> {
  const authorities = rowsOf("competent-authorities.csv", authoritySchema);
  const entries = rowsOf("accreditation-list.csv", listRowSchema);
  const indicators = rowsOf("indicators.csv", indicatorSchema);
  const milestones = rowsOf("milestones.csv", milestoneSchema);
  const calendar = rowsOf("working-calendar.csv", calendarSchema);
  // Folding three languages takes its time: done before the transaction begins.
  const versions = entries.map((row) => versionOf(row, now));

  await transaction(async (db) => {
    await db.authority.createMany({
      data: authorities.map((row) => ({
        code: row.code,
        nameEn: row.name_en,
        nameZhHant: row.name_zh_hant,
        nameZhHans: row.name_zh_hans,
      })),
      skipDuplicates: true,
    });
    await db.field.createMany({
      data: fields.map((code, position) => ({
        code,
        position,
        authorityCode: authorityOf(authorities, code),
      })),
      skipDuplicates: true,
    });
    // The rule of the tax authority, which the others begin with as well.
    await db.barLength.createMany({
      data: authorities.flatMap(({ code }) =>
        ["false_statement", "serious_breach"].map((reasonCode) => ({ authorityCode: code, reasonCode, years: 5 })),
      ),
      skipDuplicates: true,
    });
    await loadEntries(db, entries, versions);
    await db.indicator.createMany({
      data: indicators.map((row) => ({
        number: row.number,
        category: row.category,
        nameEn: row.indicator_en,
        nameZhHant: row.indicator_zh_hant,
        nameZhHans: row.indicator_zh_hans,
        unit: row.unit,
        value2022: row.value_2022,
        targetLow: row.target_2025_low,
        targetHigh: row.target_2025_high,
        targetOn: dayColumn("2025-12-31"),
        source: row.source,
      })),
      skipDuplicates: true,
    });
    await db.observation.createMany({
      data: milestones.map((row) => ({
        indicatorNumber: row.indicator_number,
        observedOn: dayColumn(row.date),
        value: row.value,
        scope: row.note.scope,
        note: row.note.words,
        sourceUrl: row.source_url,
      })),
      skipDuplicates: true,
    });
    await db.calendarDay.createMany({
      data: calendar.map((row) => ({ day: dayColumn(row.date), kind: row.kind })),
      skipDuplicates: true,
    });
  });
}

async function loadEntries(db: Db, entries: readonly ListRow[], versions: readonly ReturnType<typeof versionOf>[]) {
  const { count } = await db.listEntry.createMany({
    data: entries.map((row, position) => ({ code: row.code, fieldCode: row.field, position })),
    skipDuplicates: true,
  });
  if (count === 0) return;
  const versioned = await db.listEntryVersion.findMany({ distinct: ["entryCode"], select: { entryCode: true } });
  const known = new Set(versioned.map(({ entryCode }) => entryCode));
  await db.listEntryVersion.createMany({ data: versions.filter(({ entryCode }) => !known.has(entryCode)) });
}

function versionOf({ code, field, competent_authority: _, ...content }: ListRow, publishedAt: Date) {
  const columns = columnsOf({ code, field }, content);
  return { ...columns, entryCode: code, number: 1, state: "published" as const, publishedAt };
}

const text = z.string().min(1, "is empty");
const number = z.coerce.number<string>("is not a number");
const date = z.iso.date("is not a date such as 2026-01-31");

const authoritySchema = z.strictObject({
  code: z.enum(authorityCodes, "is no known authority"),
  name_en: text,
  name_zh_hant: text,
  name_zh_hans: text,
  fields: z
    .string()
    .transform((codes) => codes.split("|"))
    .pipe(z.array(z.enum(fields, "names an unknown field"))),
});
const indicatorSchema = z.strictObject({
  number: number.pipe(z.int().positive()),
  category: text,
  indicator_en: text,
  indicator_zh_hant: text,
  indicator_zh_hans: text,
  unit: text,
  value_2022: number,
  target_2025_low: number,
  target_2025_high: number,
  source: text,
});
const milestoneSchema = z.strictObject({
  date,
  indicator_number: number.pipe(z.int().positive()),
  value: number,
  note: z
    .string()
    .regex(/^scope=[a-z-]+; ./, "does not begin with scope=…; ")
    .transform((note) => ({ scope: note.slice(6, note.indexOf(";")), words: note.slice(note.indexOf(";") + 2) })),
  source_url: text,
});
const calendarSchema = z.strictObject({
  date,
  kind: z.enum(["day_off", "working_weekend"], "is neither day_off nor working_weekend"),
});

function authorityOf(authorities: z.infer<typeof authoritySchema>[], field: (typeof fields)[number]): string {
  const authority = authorities.find((row) => row.fields.includes(field));
  if (!authority) throw new Error(`prisma/data/competent-authorities.csv: no row names the field ${field}.`);
  return authority.code;
}

/** Every row of a table, or an error that names file, row and column of each mistake. */
export function rowsOf<T extends z.ZodType>(file: string, schema: T, rows = readCsv(file)): z.output<T>[] {
  const problems: string[] = [];
  const good = rows.flatMap((row, index) => {
    const read = schema.safeParse(row);
    if (read.success) return [read.data];
    // The first row holds the columns' names.
    problems.push(
      ...rowProblems(read.error).map(({ column, message }) => `row ${index + 2}, column ${column}: ${message}`),
    );
    return [];
  });
  if (problems.length > 0) throw new Error(`prisma/data/${file} cannot be loaded:\n  ${problems.join("\n  ")}`);
  return good;
}
