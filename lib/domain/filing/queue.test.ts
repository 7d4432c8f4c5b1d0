import { describe, expect, test } from "vitest";
import { groupOf, partOf, readCursor, writeCursor, type QueueCursor } from "./queue";

const sunday = "2026-11-22";
const wednesday = "2026-11-25";

describe("a reviewer who opens the queue", () => {
  test.each([
    ["2026-11-24", wednesday, "overdue"],
    [wednesday, wednesday, "today"],
    ["2026-11-27", wednesday, "this_week"],
    ["2026-11-29", wednesday, "this_week"],
    ["2026-11-30", wednesday, "later"],
    // On a Sunday the week is over: Monday is next week's.
    ["2026-11-23", sunday, "later"],
  ])("finds what is due on %s, seen on %s, under %s", (dueOn, today, group) => {
    expect(groupOf({ state: "under_review", held: false, dueOn }, today)).toBe(group);
  });

  test("finds apart what waits for somebody else, however late, and what is on hold", () => {
    expect(groupOf({ state: "awaiting_applicant", held: false, dueOn: "2026-01-05" }, wednesday)).toBe("waiting");
    expect(groupOf({ state: "hearing", held: false, dueOn: wednesday }, wednesday)).toBe("waiting");
    expect(partOf({ state: "hearing", held: true })).toBe("held");
  });
});

describe("the place in the queue that an address names", () => {
  const id = "0198c0de-0000-7000-8000-000000000001";
  const places: QueueCursor[] = [
    { part: "ours", dueOn: "2026-11-25", id },
    { part: "held", dueOn: null, id },
  ];
  test.each(places)("is read as it was written: %o", (place) => {
    expect(readCursor(writeCursor(place))).toEqual(place);
  });

  test.each([
    "",
    "ours",
    `ours_-_${id}`,
    `held_2026-11-25_${id}`,
    `ours_2026-99-99_${id}`,
    "ours_2026-11-25_x",
    "1; drop",
  ])("is the beginning where it makes no sense: %s", (text) => {
    expect(readCursor(text)).toBeNull();
  });
});
