import { describe, expect, test } from "vitest";
import { barAfter } from "./bars";

const lengths = [
  { reasonCode: "false_statement", years: 5 },
  { reasonCode: "disciplined", years: 3 },
];

describe("a refusal", () => {
  test("bars for the years that its authority has set for the reason", () => {
    expect(barAfter(["papers_not_proven", "false_statement"], lengths, "2026-11-23")).toEqual({
      reasonCodes: ["false_statement"],
      from: "2026-11-23",
      until: "2031-11-23",
    });
  });

  test("for two reasons that bar lasts as long as the longer", () => {
    const bar = barAfter(["disciplined", "false_statement"], lengths, "2028-02-29");
    expect(bar).toMatchObject({ reasonCodes: ["disciplined", "false_statement"], until: "2033-02-28" });
  });

  test("for anything that can be cured bars from nothing", () => {
    expect(barAfter(["home_registration_invalid"], lengths, "2026-11-23")).toBeNull();
    expect(barAfter(["false_statement"], [], "2026-11-23")).toBeNull();
  });
});
