import { describe, expect, test } from "vitest";
import { filingStates, ownerOf } from "@/lib/domain/filing/filing";
import { countIn, metrics, readMetricQuery, rowsAddress, selectionOf, type FilingCell } from "./metrics";

const cells: FilingCell[] = [
  { field: "tax", state: "draft", count: 2, overdue: 0 },
  { field: "tax", state: "under_review", count: 5, overdue: 3 },
  { field: "tax", state: "awaiting_applicant", count: 4, overdue: 1 },
  { field: "planning", state: "under_review", count: 7, overdue: 0 },
  { field: "planning", state: "approved", count: 40, overdue: 0 },
  { field: "planning", state: "refused", count: 3, overdue: 0 },
  { field: "planning", state: "withdrawn", count: 1, overdue: 0 },
];

describe("an administrator counts", () => {
  test("the filings in hand, which are neither drafts nor ended", () => {
    expect(countIn(cells, { metric: "in_hand" })).toBe(16);
    expect(countIn(cells, { metric: "in_hand", field: "tax" })).toBe(9);
  });

  test("what waits for the professional and what waits for the authority, and together they are all", () => {
    expect(countIn(cells, { metric: "in_hand", owner: "professional" })).toBe(4);
    expect(countIn(cells, { metric: "in_hand", owner: "authority" })).toBe(12);
  });

  test("what is overdue, with whom and in which field", () => {
    expect(countIn(cells, { metric: "overdue" })).toBe(4);
    expect(countIn(cells, { metric: "overdue", owner: "authority", field: "tax" })).toBe(3);
    expect(countIn(cells, { metric: "overdue", field: "planning" })).toBe(0);
  });

  test("every filing exactly once, state by state", () => {
    const byState = filingStates.map((state) => countIn(cells, { metric: "filings", state }));
    expect(byState.reduce((sum, count) => sum + count)).toBe(countIn(cells, { metric: "filings" }));
    expect(countIn(cells, { metric: "filings" })).toBe(62);
  });
});

test("in every field, what is drafted, in hand, approved, refused and otherwise ended makes up the whole", () => {
  const parts = [
    ...selectionOf({ metric: "filings", state: "draft" }).states,
    ...selectionOf({ metric: "in_hand" }).states,
    ...selectionOf({ metric: "filings", state: "approved" }).states,
    ...selectionOf({ metric: "filings", state: "refused" }).states,
    ...selectionOf({ metric: "ended_otherwise" }).states,
  ];
  expect(parts.toSorted()).toEqual(filingStates.toSorted());
});

test("whoever owes the step is named for every filing in hand", () => {
  for (const state of selectionOf({ metric: "in_hand" }).states) expect(ownerOf(state)).not.toBeNull();
});

describe("the address of a number", () => {
  test("leads back to the same number", () => {
    expect(rowsAddress({ metric: "overdue", field: "tax", owner: "authority" })).toBe(
      "/admin/rows/overdue?field=tax&owner=authority",
    );
    expect(rowsAddress({ metric: "registered" })).toBe("/admin/rows/registered");
    for (const metric of metrics) expect(readMetricQuery(metric, {})).toEqual({ metric });
    expect(readMetricQuery("overdue", { field: "tax", owner: "authority" })).toEqual({
      metric: "overdue",
      field: "tax",
      owner: "authority",
    });
  });

  test("that asks for something unknown leads nowhere", () => {
    expect(readMetricQuery("happiness", {})).toBeNull();
    expect(readMetricQuery("filings", { field: "alchemy" })).toBeNull();
    expect(readMetricQuery("registered_here", { month: "2026-13" })).toBeNull();
    expect(readMetricQuery("filings", { state: ["draft", "refused"] })).toBeNull();
  });

  test("that narrows a number by what does not apply to it is read without that", () => {
    expect(readMetricQuery("registered", { field: "tax", utm: "x" })).toEqual({ metric: "registered" });
  });
});
