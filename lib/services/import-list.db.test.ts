import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { listColumns } from "@/lib/domain/accreditation/schema";
import type { Staff } from "@/lib/domain/actor";
import { csvFile } from "@/lib/ports/csv";
import { readCsv } from "@/prisma/data/read-csv";
import { architect, monday, openOffice, staff } from "@/prisma/testing/review-office";
import { listAsFile } from "./export-list";
import { takeOverImport, tryImport } from "./import-list";
import { publishImport } from "./publish-import";
import { publishDueVersions } from "./publish-version";
import { prepareVersion } from "./prepare-version";
import { withdrawVersion } from "./submit-version";
import { viewEntry } from "./view-entry";
import { viewImport } from "./view-import";
import { viewKeptEntry } from "./view-kept-entry";

const shipped = readCsv("accreditation-list.csv");
const today = { publish_on: "2026-11-23", treatment: "grandfather" } as const;
let cheung: Staff;
let ng: Staff;

beforeAll(openOffice);
beforeEach(async () => {
  cheung = await staff("CHEUNG Wai Man", ["publish_list"], null);
  ng = await staff("NG Kwok Ming", ["publish_list"], null);
  for (const { entryCode: entry, revision: version } of await database.listEntryVersion.findMany({
    where: { state: { in: ["draft", "submitted"] } },
  })) {
    must(await withdrawVersion(cheung, { entry, version }, monday));
  }
});

function must<T>(result: { ok: true; value: T } | { ok: false; refusal: object }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

type Cells = Record<string, string>;
const row = (code: string, differing: Cells = {}): Cells => ({
  ...shipped.find((cells) => cells["code"] === code),
  ...differing,
});
const bytes = (text: string) => new TextEncoder().encode(text);
const file = (rows: readonly Cells[], columns: readonly string[] = listColumns) =>
  bytes(csvFile(columns, rows as Record<string, string>[]));
const tried = async (content: Uint8Array, actor = cheung) =>
  must(await tryImport(actor, { name: "list.csv", content }, monday)).id;
const view = async (actor: Staff, id: string) => must(await viewImport(actor, id, monday));
const versions = () => database.listEntryVersion.count();

describe("a file of entries", () => {
  test("that says what the list says changes nothing, and is the file the list is downloaded as", async () => {
    const id = await tried(bytes(must(await listAsFile(cheung))));
    expect(await view(cheung, id)).toMatchObject({ rows: 90, problems: [], brought: [] });
    expect(await takeOverImport(cheung, { import: id }, monday)).toMatchObject({
      refusal: { code: "unmet", condition: "entry_unchanged" },
    });
    const shippedId = await tried(file(shipped));
    expect((await view(cheung, shippedId)).brought).toEqual([]);
  });

  test("is told of every mistake with its row and column, and nothing of it is taken over", async () => {
    const before = await versions();
    const id = await tried(
      file([
        row(architect, { experience_years: "many", scope_of_practice_zh_hans: "" }),
        row("QH-CON-HK-RPS-QS", { field: "tax", competent_authority: "qianhai-authority" }),
        row("QH-CON-HK-RPS-BS"),
        row("QH-CON-HK-RPS-BS", { evidence_required: "horoscope" }),
        row("QH-CON-HK-RPS-BS", { competent_authority: "tax-service" }),
      ]),
    );
    const { problems } = await view(cheung, id);
    expect(problems.map((it) => [it.row, it.column, it.message.slice("fields.row.".length)])).toEqual([
      [2, "scope_of_practice_zh_hans", "empty"],
      [2, "experience_years", "not_years"],
      [3, "field", "not_its_field"],
      [3, "competent_authority", "not_its_authority"],
      [5, "evidence_required", "unknown_evidence"],
      [6, "code", "twice"],
      [6, "competent_authority", "not_its_authority"],
    ]);
    expect(await takeOverImport(cheung, { import: id }, monday)).toMatchObject({
      refusal: { code: "unmet", condition: "file_in_order" },
    });
    expect(await versions()).toBe(before);
  });

  test("without a column, or with one that nobody knows, is told so once", async () => {
    const columns = [...listColumns.filter((column) => column !== "route"), "price"];
    const { problems } = await view(cheung, await tried(file([row(architect, { price: "1" })], columns)));
    expect(problems).toEqual([
      { row: 1, column: "route", message: "fields.row.missing" },
      { row: 1, column: "price", message: "fields.row.unknown_column" },
    ]);
  });

  test.each([
    ["is empty", new Uint8Array(), "list_file_missing"],
    ["is larger than 1 MB", new Uint8Array(1024 * 1024 + 1).fill(97), "list_file_large"],
    ["has more than 500 rows", file(Array.from({ length: 501 }, () => row(architect))), "list_file_rows"],
    ["is in another encoding", new Uint8Array([0x63, 0xb5, 0xd8, 0x0a, 0x61]), "list_file_text"],
    ["has names alone", bytes(listColumns.join(",")), "list_file_broken"],
    ["is no table", bytes('"'), "list_file_broken"],
  ])("that %s is refused", async (_, content, fault) => {
    expect(await tryImport(cheung, { name: "list.csv", content }, monday)).toMatchObject({
      refusal: { code: "invalid_input", fields: { file: `validation.${fault}` } },
    });
  });

  test("is handed in whole by one, and published in one go by another; a new entry comes at the end of the list", async () => {
    const code = "QH-CON-HK-GEOLOGIST";
    const id = await tried(
      file([
        row(architect, { code, qualification_en: "Licensed Geologist" }),
        row("QH-CON-HK-RPS-QS", { experience_years: "6" }),
        row("QH-CON-HK-RPS-BS"),
      ]),
    );
    expect((await view(cheung, id)).brought.map((it) => [it.code, it.isNew])).toEqual([
      [code, true],
      ["QH-CON-HK-RPS-QS", false],
    ]);
    must(await takeOverImport(cheung, { import: id }, monday));
    expect(await takeOverImport(cheung, { import: id }, monday)).toMatchObject({ refusal: { code: "wrong_status" } });
    expect((await viewEntry(code, monday)).ok).toBe(false);

    const own = (await view(cheung, id)).waiting;
    expect(own).toMatchObject({ codes: [code, "QH-CON-HK-RPS-QS"], mayPublish: false });
    const seen = own?.seen ?? "";
    expect(await publishImport(cheung, { import: id, seen, ...today }, monday)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    const lee = await staff("LEE Ka Fai", ["examine", "decide"]);
    expect(await publishImport(lee, { import: id, seen, ...today }, monday)).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await publishImport(ng, { import: id, seen: "0".repeat(64), ...today }, monday)).toMatchObject({
      refusal: { code: "stale" },
    });
    const third = await staff("HO Pui", ["publish_list"], null);
    const both = await Promise.all(
      [ng, third].map((who) => publishImport(who, { import: id, seen, ...today }, monday)),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);

    expect(must(await viewEntry(code, monday)).qualification.en).toBe("Licensed Geologist");
    expect(must(await viewEntry("QH-CON-HK-RPS-QS", monday)).experienceYears).toBe(6);
    const { position } = await database.listEntry.findUniqueOrThrow({ where: { code } });
    expect(position).toBe(90);
    expect((await view(ng, id)).waiting).toBeNull();
  });

  test("is handed in whole or not at all where somebody works on one of its entries", async () => {
    const { number } = await database.listEntryVersion.findFirstOrThrow({
      where: { entryCode: architect, state: "published" },
    });
    must(await prepareVersion(ng, { entry: architect, from: number }, monday));
    const id = await tried(
      file([row(architect, { experience_years: "7" }), row("QH-CON-HK-RPS-BS", { experience_years: "7" })]),
    );
    expect((await view(cheung, id)).inWork).toEqual([architect]);
    const before = await versions();
    expect(await takeOverImport(cheung, { import: id }, monday)).toMatchObject({
      refusal: { code: "unmet", condition: "entries_free" },
    });
    expect(await versions()).toBe(before);
  });

  test("may be approved for a later day, on which the clock publishes all of it", async () => {
    const id = await tried(
      file([row(architect, { experience_years: "8" }), row("QH-CON-HK-RPS-BS", { experience_years: "8" })]),
    );
    must(await takeOverImport(cheung, { import: id }, monday));
    const seen = (await view(ng, id)).waiting?.seen ?? "";
    must(await publishImport(ng, { import: id, seen, publish_on: "2026-12-01", treatment: "grandfather" }, monday));
    expect(must(await viewKeptEntry(ng, architect)).open).toMatchObject({ publishOn: "2026-12-01" });
    expect(await publishDueVersions(new Date("2026-12-01T02:00:00Z"))).toBe(2);
    expect(must(await viewEntry(architect, monday)).experienceYears).toBe(8);
  });
});
