import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import pg from "pg";
import { closeDatabase, database } from "@/lib/data/client";
import { readWorkingCalendar } from "@/lib/data/calendar";
import { plainDay } from "@/lib/data/days";
import { readFilingFacts } from "@/lib/data/filing-facts";
import { nameSearchKey } from "@/lib/data/search-folding";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import type { Field } from "@/lib/domain/accreditation/schema";
import { whyClosed } from "@/lib/domain/filing/opening";
import { addDays, addWorkingDays, officeDay } from "@/lib/domain/calendar/working-days";
import { filingReference, registrationNumber } from "@/lib/domain/codes/references";
import { verificationCode } from "@/lib/domain/codes/verification-code";
import { checksFor } from "@/lib/domain/filing/checks";
import { asksForPermit, identityKindsFor, type EntryRules } from "@/lib/domain/filing/questions";
import { permissions } from "@/lib/domain/permissions";
import type { IdentityDocumentKind } from "@/lib/domain/person/identity-document";
import { env } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { hashPassword } from "@/lib/ports/password";
import { newWrappedKey } from "@/lib/ports/vault";
import { seenHash } from "@/lib/services/filing-facts";
import { sealedAbout, sealWords } from "@/lib/services/person-seal";
import { madeUpNumber } from "@/prisma/demonstration/identity";
import { nameFrom } from "@/prisma/demonstration/names";
import { seededBy } from "@/prisma/demonstration/seeded";
import { loadFieldData } from "@/prisma/load-field-data";
import { checkFill } from "./check-fill";
import { benchPassword, stockFor } from "./office";

// Fills an empty, migrated database with an office of a given size: fill.ts <file for the answer> <filings>. The rows are drawn by
// the SQL beside this file, set by set; what the product's own code must make (names as they are searched, references,
// codes, seals, hashes) is made by that code here and joined.

const [answerFile = "", size] = process.argv.slice(2);
const filings = Number(size);
if (!Number.isInteger(filings) || filings < 1000) throw new Error("Say how many filings: 1,000 or more.");

// How often each field is filed in; every other field is among the rest.
const fieldWeights: Partial<Record<Field, number>> = {
  construction: 45,
  medical: 12,
  planning: 8,
  tax: 8,
  accounting: 5,
};

const now = wallTime();
const timings: Record<string, number> = {};
const client = new pg.Client({ connectionString: env.databaseUrl });
await client.connect();
await client.query(
  "SET TIME ZONE 'UTC'; SET synchronous_commit = off; SET jit = off; SET work_mem = '128MB'; SET maintenance_work_mem = '512MB'",
);
// Triggers and foreign keys rest while the rows go in; what they would have seen to is checked at the end.
await client.query("SET session_replication_role = replica");

await timed("people and list", prepare);
const indexes = await timed("indexes off", dropIndexes);
await timed("draw", () => run("1-draw"));
await timed("people", () => run("2-people"));
await timed("codes", makeCodes);
await timed("filings", () => run("3-filings"));
await timed("events", () => run("4-events"));
await timed("contents", () => run("5-contents"));
await timed("seals", sealNumbers);
await timed("indexes on", () => client.query(indexes.join(";")));
await timed("vacuum", () => client.query("VACUUM ANALYZE"));
await timed("proposals", hashProposals);
const seconds = Object.values(timings).reduce((sum, part) => sum + part, 0);
await timed("check", () => checkFill(client, database));
await keepStock();
writeFileSync(
  answerFile,
  JSON.stringify({
    filings,
    seconds,
    per100000: (seconds / filings) * 100_000,
    checkSeconds: timings["check"],
    timings,
  }),
);
await client.end();
await closeDatabase();

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  timings[what] = Math.round(performance.now() - start) / 1000;
  return result;
}

function run(file: string) {
  return client.query(readFileSync(new URL(`fill/${file}.sql`, import.meta.url), "utf8"));
}

/** The list as the product loads it, the staff, and the tables of what the drawing chooses from. */
async function prepare(): Promise<void> {
  await loadFieldData(now);
  const today = officeDay(now);
  const { each: stock, openChance } = stockFor(filings);
  const persons = Math.ceil(0.8 * filings);

  await client.query(`DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench`);
  await client.query(`CREATE TABLE bench.setting (filings bigint, persons bigint, stock bigint, open_chance float8, now timestamptz, today date,
    provisional_from date, password_hash text)`);
  const days = await workingDays(today);
  await client.query("INSERT INTO bench.setting VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", [
    ...[filings, persons, stock, openChance, now, today, days.provisionalFrom, await hashPassword(benchPassword)],
  ]);
  await table("day", { day: "date", plus5: "date", plus10: "date", plus15: "date" }, days.rows);
  await table(
    "name",
    { n: "int", name_zh: "text", surname: "text", given_names: "text", search_key: "text" },
    names(persons),
  );
  await fillEntries(today);
  await fillStaff();
}

/** For every day of the office's history, the days by which its limits end. */
async function workingDays(today: string) {
  const calendar = await readWorkingCalendar(database);
  const rows: string[][] = [];
  let provisionalFrom = "9999-12-31";
  for (let day = "2022-12-01"; day <= addDays(today, 1); day = addDays(day, 1)) {
    const ends = [5, 10, 15].map((n) => addWorkingDays(day, n, calendar));
    for (const { date, provisional } of day >= addDays(today, -40) ? ends : []) {
      if (provisional && date < provisionalFrom) provisionalFrom = date;
    }
    rows.push([day, ...ends.map(({ date }) => date)]);
  }
  return { rows, provisionalFrom };
}

/** Some 30,000 names, as people of this place bear them; the commonest surnames a tenth of them each. */
function names(persons: number) {
  const seeded = seededBy("bench names");
  return Array.from({ length: Math.min(30_000, persons) }, (_, at) => {
    const place = seeded.weighted([
      ["HK", 85],
      ["MO", 10],
      ["elsewhere", 5],
    ] as const);
    const { nameZh, surname, givenNames } = nameFrom(place, seeded);
    return [at + 1, nameZh, surname, givenNames, nameSearchKey({ nameZh, surname, givenNames })];
  });
}

async function fillEntries(today: string): Promise<void> {
  const versions = await database.listEntryVersion.findMany({
    where: { state: "published" },
    include: { entry: { select: { fieldCode: true } } },
    orderBy: { entryCode: "asc" },
  });
  const entries = versions
    .map((version) => {
      const { entryCode, evidence, experienceYears, cleanRecordYears, confirmed, filedBy } = version;
      const field = version.entry.fieldCode;
      const day = (column: Date | null) => column && plainDay(column);
      const opening = {
        confirmed,
        filedBy,
        effectiveFrom: day(version.effectiveFrom),
        effectiveTo: day(version.effectiveTo),
      };
      const rules: EntryRules = { code: entryCode, field, evidence, experienceYears, cleanRecordYears };
      return { id: version.id, rules, isOpen: whyClosed(opening, today) === null };
    })
    // The stock of drafts takes the first twenty: those that may be submitted.
    .sort((a, b) => Number(b.isOpen) - Number(a.isOpen));

  const inField = (field: string) => entries.filter(({ rules }) => rules.field === field).length;
  const weights = entries.map(({ rules }) => (fieldWeights[rules.field as Field] ?? 2) / inField(rules.field));
  const seeded = seededBy("bench entries");
  const choices = weights.map((weight, at) => [at + 1, weight] as const);

  await table(
    "slot",
    { n: "int", entry: "int" },
    Array.from({ length: 1024 }, (_, n) => [n, seeded.weighted(choices)]),
  );
  await table(
    "entry",
    { n: "int", code: "text", field: "text", version_id: "uuid", identity_kind: "text", asks_for_permit: "boolean" },
    entries.map(({ id, rules }, at) => [
      at + 1,
      rules.code,
      rules.field,
      id,
      identityKindsFor(rules)[0],
      asksForPermit(rules),
    ]),
  );
  await table(
    "paper",
    { entry: "int", n: "int", key: "text" },
    entries.flatMap(({ rules }, at) =>
      papersFor(rules)
        .filter(({ isRequired }) => isRequired)
        .map(({ key }, n) => [at + 1, n, key]),
    ),
  );
  await table(
    "asked",
    { entry: "int", key: "text" },
    entries.flatMap(({ rules }, at) => checksFor(rules).map(({ key }) => [at + 1, key])),
  );
}

/** Forty reviewers, of whom the first signs in; ten who decide in every field; one who reads the statistics. */
async function fillStaff(): Promise<void> {
  await client.query(`
    INSERT INTO account (id, kind, email, display_name, password_hash, locale)
    SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'staff'::account_kind, 'staff-' || n || '@bench.example', 'Staff ' || n, password_hash, 'en'
    FROM bench.setting, generate_series(1, 51) AS n`);
  await client.query(
    `INSERT INTO staff_grant (id, account_id, capability, field_code)
     SELECT gen_random_uuid(), id, capability::capability, field FROM (
       SELECT id, 'examine' AS capability, code AS field FROM account, field WHERE email LIKE 'staff-%' AND NOT email = 'staff-51@bench.example'
         AND (email <> 'staff-1@bench.example' OR code IN ('construction', 'planning'))
       UNION ALL SELECT id, 'decide', code FROM account, field WHERE email ~ '^staff-(4[1-9]|50)@'
       UNION ALL SELECT id, $1, NULL FROM account WHERE email = 'staff-51@bench.example') AS rights`,
    [permissions.view_statistics],
  );
}

/** References, registration numbers and verification codes, by the code that makes them in the product. */
async function makeCodes(): Promise<void> {
  const { rows: years } = await client.query<{ year: number; last: number }>(
    `SELECT extract(year FROM submitted_at AT TIME ZONE 'Asia/Shanghai')::int AS year, max(n)::int AS last FROM bench.filing WHERE n IS NOT NULL GROUP BY 1 ORDER BY 1`,
  );
  let n = 0;
  const references = years.flatMap(({ year, last }) => {
    const first = n + 1;
    n = last;
    return Array.from({ length: last - first + 1 }, (_, at) => [first + at, filingReference(year, first + at)]);
  });
  await table("reference", { n: "bigint", code: "text" }, references);

  const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM bench.registration");
  const seeded = randomBytes(16 * (rows[0]?.count ?? 0));
  const numbers = Array.from({ length: rows[0]?.count ?? 0 }, (_, at) => [
    ...[at + 1, registrationNumber(at + 1), verificationCode(seeded.subarray(16 * at, 16 * at + 16))],
  ]);
  await table("number", { n: "bigint", code: "text", verification: "text" }, numbers);
}

/** The identity numbers of the open filings, under the keys of their persons. */
async function sealNumbers(): Promise<void> {
  type Open = { id: string; person_id: string; kind: IdentityDocumentKind; permit: boolean; created_at: Date };
  const { rows } = await client.query<Open>(
    `SELECT id, bench.person_id(p) AS person_id, identity_kind AS kind, asks_for_permit AS permit, created_at FROM bench.open`,
  );
  const seeded = seededBy("bench numbers");
  const keys = new Map<string, Uint8Array>();
  const sealed: [string, string, string, Date][] = [];
  for (const { id, person_id: personId, kind, permit, created_at: at } of rows) {
    const wrapped = keys.get(personId) ?? newWrappedKey("fields", personId);
    keys.set(personId, wrapped);
    const seal = (question: string, of: IdentityDocumentKind) => {
      const bytes = sealWords({ personId, wrapped }, madeUpNumber(of, seeded), sealedAbout.answer(id, question));
      sealed.push([id, question, Buffer.from(bytes).toString("hex"), at]);
    };
    seal("identity_number", kind);
    if (permit) seal("permit_number", "home_return_permit");
  }
  await table("sealed", { id: "uuid", question: "text", bytes: "text", at: "timestamptz" }, sealed);
  await table(
    "key",
    { id: "uuid", bytes: "text" },
    [...keys].map(([id, key]) => [id, Buffer.from(key).toString("hex")]),
  );
  await client.query(
    `INSERT INTO answer (filing_id, question, sealed, updated_at) SELECT id, question, decode(bytes, 'hex'), at FROM bench.sealed`,
  );
  await client.query(`UPDATE person SET seal_key = decode(bytes, 'hex') FROM bench.key WHERE key.id = person.id`);
}

/** A proposal is bound to what was seen: those that the bench will confirm are hashed as the product does. */
async function hashProposals(): Promise<void> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM bench.filing WHERE stock = 'check'");
  const hashes: [string, string][] = [];
  for (const { id } of rows) {
    const facts = await readFilingFacts(database, id);
    if (!facts) throw new Error(`The filing ${id} is not there.`);
    hashes.push([id, seenHash(facts)]);
  }
  await table("seen", { id: "uuid", hash: "text" }, hashes);
  await client.query("UPDATE decision SET seen_hash = seen.hash FROM bench.seen WHERE seen.id = decision.filing_id");
}

/** What the bench acts upon is noted, everything else of the drawing is thrown away. */
async function keepStock(): Promise<void> {
  await client.query(`CREATE TABLE bench.stock AS SELECT id, stock, i FROM bench.filing WHERE stock IS NOT NULL`);
  for (const name of [
    "filing",
    "registration",
    "person",
    "step",
    "open",
    "sealed",
    "key",
    "seen",
    "reference",
    "number",
    "name",
    "day",
  ]) {
    await client.query(`DROP TABLE bench.${name}`);
  }
}

/** Secondary indexes are made faster at the end than kept all along; gives what makes them again. */
async function dropIndexes(): Promise<string[]> {
  const tables = [
    "filing",
    "person",
    "registration",
    "event",
    "identity_document",
    "answer",
    "document",
    "consent",
    "submission",
    "finding",
    "decision",
  ];
  const { rows } = await client.query<{ name: string; made: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made FROM pg_index i
     WHERE i.indrelid = ANY (SELECT to_regclass(t) FROM unnest($1::text[]) AS t) AND NOT i.indisprimary
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ made }) => made);
}

/** A table of these columns with these rows, in as few round trips as a parameter may be long. */
async function table(
  name: string,
  columns: Record<string, string>,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const kinds = Object.values(columns);
  await client.query(
    `CREATE UNLOGGED TABLE bench.${name} (${Object.entries(columns)
      .map(([column, kind]) => `${column} ${kind}`)
      .join(", ")})`,
  );
  for (let from = 0; from < rows.length; from += 50_000) {
    const some = rows.slice(from, from + 50_000);
    const lists = kinds.map((kind, at) => `$${at + 1}::${kind}[]`).join(", ");
    await client.query(
      `INSERT INTO bench.${name} SELECT * FROM unnest(${lists})`,
      kinds.map((_, at) => some.map((row) => row[at])),
    );
  }
  await client.query(`ANALYZE bench.${name}`);
}
