import { format } from "prettier";
import { expect, test } from "vitest";
import { readCsv } from "./read-csv";

const cells = (words: (string | undefined)[]) => `| ${words.join(" | ")} |`;

test("whoever reads docs/glossary.md reads the glossary in force", async () => {
  const terms = readCsv("glossary.csv").map((row) =>
    cells([row["term_en"], row["term_zh_hant"], row["term_zh_hans"], row["definition_en"]]),
  );
  const page = [
    "# Glossary",
    "",
    "One row per term in three languages, written by this project's tests from `prisma/data/glossary.csv`. Pages and code use these words and no synonym.",
    "",
    cells(["English", "繁體中文", "简体中文", "meaning"]),
    cells(["---", "---", "---", "---"]),
    ...terms,
  ];
  await expect(await format(page.join("\n"), { parser: "markdown" })).toMatchFileSnapshot("../../docs/glossary.md");
});

test("no term stands twice in the glossary, and each is complete", () => {
  const rows = readCsv("glossary.csv");
  expect(new Set(rows.map((row) => row["term_en"])).size).toBe(rows.length);
  expect(rows.filter((row) => Object.values(row).includes(""))).toEqual([]);
});
