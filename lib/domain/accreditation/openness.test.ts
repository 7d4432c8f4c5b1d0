import { expect, test } from "vitest";
import { opennessOf } from "./openness";

const open = { confirmed: true, filedBy: "professional", effectiveFrom: "2020-10-01", effectiveTo: null } as const;

test.each([
  ["is open from its first day", { effectiveFrom: "2026-11-22" }, "open"],
  ["is open on its last day", { effectiveTo: "2026-11-22" }, "open"],
  ["is open without any dates", { effectiveFrom: null }, "open"],
  ["is closed on the day after its last", { effectiveTo: "2026-11-21" }, "closed"],
  ["is not yet open on the day before its first", { effectiveFrom: "2026-11-23" }, "not_yet_open"],
  ["is filed by the institution where it says so", { filedBy: "institution" }, "institution"],
  ["is closed for institutions as well", { filedBy: "institution", effectiveTo: "2026-11-21" }, "closed"],
  ["takes nothing while it is not confirmed", { confirmed: false, effectiveTo: "2026-11-21" }, "not_confirmed"],
] as const)("an entry %s", (_what, change, openness) => {
  expect(opennessOf({ ...open, ...change }, "2026-11-22")).toBe(openness);
});
