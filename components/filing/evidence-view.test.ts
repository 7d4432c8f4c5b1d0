import { expect, test } from "vitest";
import { addressOf, moved, pictureOf, readView } from "./evidence-view";

const first = { page: 1, zoom: 100, turn: 0 } as const;

test("an address says which page is looked at, and nothing where it is the usual one", () => {
  expect(addressOf("/en/review/QH-1?paper=x&page=9#evidence", { page: 2, zoom: 150, turn: 270 })).toBe(
    "/en/review/QH-1?paper=x&page=2&zoom=150&turn=270#evidence",
  );
  expect(addressOf("/en/review/QH-1?page=9&zoom=150", first)).toBe("/en/review/QH-1");
  expect(pictureOf("0198", { page: 3, zoom: 200, turn: 90 })).toBe("/api/documents/0198/pages/3?zoom=200&turn=90");
});

test("an address that makes no sense shows the first page", () => {
  expect(readView({ page: "2", zoom: "150", turn: "90" }, 3)).toEqual({ page: 2, zoom: 150, turn: 90 });
  for (const asked of [{ page: "4" }, { page: "-1" }, { page: ["1", "2"] }, { zoom: "1000" }, { turn: "45" }, {}]) {
    expect(readView(asked, 3)).toEqual(first);
  }
});

test("pages end, sizes end, and a turn goes round", () => {
  expect(moved(first, 2, "previous")).toBeNull();
  expect(moved(first, 2, "next")).toEqual({ ...first, page: 2 });
  expect(moved({ ...first, page: 2 }, 2, "next")).toBeNull();
  expect(moved(first, 1, "smaller")).toBeNull();
  expect(moved({ ...first, zoom: 300 }, 1, "larger")).toBeNull();
  expect(moved({ ...first, turn: 270 }, 1, "turn")).toEqual(first);
});
