import { expect, test } from "vitest";
import { csvFile } from "./csv";

test("a file opened in a spreadsheet shows Chinese, keeps its commas, and runs nothing", () => {
  const file = csvFile(
    ["name", "note"],
    [
      { name: "陳大文", note: 'says "yes", twice' },
      { name: "=HYPERLINK(1)", note: null },
    ],
  );
  expect(file).toBe('\uFEFFname,note\r\n陳大文,"says ""yes"", twice"\r\n\'=HYPERLINK(1),\r\n');
});
