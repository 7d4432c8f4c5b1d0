import { expect, test } from "vitest";
import { workingCalendar } from "@/lib/domain/calendar/working-days";
import { daysWithEach, heldSince, stopsOf, type Stretch } from "./history";

const calendar = workingCalendar([{ date: "2026-10-01", kind: "day_off" }]);
const at = (from: string, state: Stretch["state"], held = false): Stretch => ({
  from,
  state,
  held,
  reasons: held ? ["under_investigation"] : [],
});

test("each side is charged with the working days on which the filing lay with it", () => {
  const stretches = [
    at("2026-11-02", "submitted"), // a Monday
    at("2026-11-04", "awaiting_applicant"),
    at("2026-11-11", "submitted"),
    at("2026-11-12", "under_review"),
  ];
  expect(daysWithEach(stretches, "2026-11-16", calendar)).toEqual({ authority: 2 + 1 + 2, professional: 5 });
});

test("a hold is charged to nobody, and nothing runs after the end", () => {
  const stretches = [
    at("2026-11-02", "under_review"),
    at("2026-11-03", "under_review", true),
    at("2026-11-09", "under_review"),
    at("2026-11-10", "approved"),
  ];
  expect(daysWithEach(stretches, "2026-12-01", calendar)).toEqual({ authority: 2, professional: 0 });
});

test("every stop of the clock is told with its reason, and more time to answer is still the same stop", () => {
  const stretches = [
    at("2026-11-02", "under_review"),
    at("2026-11-04", "awaiting_applicant"),
    at("2026-11-06", "awaiting_applicant"), // more time was asked for
    at("2026-11-11", "under_review"),
    at("2026-11-12", "under_review", true),
  ];
  expect(stopsOf(stretches, "2026-11-16", calendar)).toEqual([
    { cause: "request", from: "2026-11-04", until: "2026-11-11", days: 5, reasons: [] },
    { cause: "hold", from: "2026-11-12", until: null, days: 2, reasons: ["under_investigation"] },
  ]);
  expect(heldSince(stretches)).toBe("2026-11-12");
});

test("who holds a filing has held it since the last change of hands, whatever was done with it since", () => {
  const stretches = [at("2026-11-02", "submitted"), at("2026-11-04", "under_review"), at("2026-11-06", "second_check")];
  expect(heldSince(stretches)).toBe("2026-11-02");
  expect(heldSince([...stretches, at("2026-11-09", "awaiting_applicant")])).toBe("2026-11-09");
  expect(heldSince([])).toBeNull();
});
