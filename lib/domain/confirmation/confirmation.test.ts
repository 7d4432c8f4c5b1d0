import { describe, expect, test } from "vitest";
import { filingStates } from "@/lib/domain/filing/filing";
import { domainOf, isSamePost, standingOf, takesConfirmations, warningsOf } from "./confirmation";
import { endOfLink, lastDayOf } from "./link-days";

const own = "chan@firm.example";
const post = { employer: "Harbour Design", role: "Architect", from: "2018-06", to: "", share: "100" };

describe("an address", () => {
  test.each([
    ["personnel@firm.example", []],
    ["chan@firm.example", ["own_address"]],
    ["chan+work@firm.example", ["own_address"]],
    ["boss@gmail.com", ["free_mail"]],
    ["boss@yahoo.com.hk", ["free_mail"]],
    ["boss@qq.com", ["free_mail"]],
    ["boss@mail.firm.example", []],
  ] as const)("%s brings these warnings: %j", (address, warnings) => {
    expect(warningsOf(address, own)).toEqual(warnings);
  });

  test("somebody who signs in with free mail and names that very mailbox is told both", () => {
    expect(warningsOf("chan+boss@gmail.com", "chan@gmail.com")).toEqual(["own_address", "free_mail"]);
  });

  test("belongs to whoever stands after the last at sign", () => {
    expect(domainOf('"a@b"@Firm.example')).toBe("firm.example");
  });
});

test("a post whose months have changed is another post", () => {
  expect(isSamePost(post, { ...post })).toBe(true);
  expect(isSamePost(post, { ...post, from: "2017-06" })).toBe(false);
  expect(isSamePost(post, { ...post, to: "2026-01" })).toBe(false);
});

test("people may be asked in a draft and while anything is still open, and never after the end", () => {
  expect(filingStates.filter(takesConfirmations)).toEqual([
    "draft",
    "submitted",
    "under_review",
    "awaiting_applicant",
    "second_check",
    "hearing",
    "public_notice",
  ]);
});

test.each(["2026-11-22T16:00:00Z", "2026-11-23T02:00:00Z", "2026-11-23T15:59:59Z"])(
  "a link sent at %s runs out at the end of its fourteenth day, and that is the day that is named",
  (sentAt) => {
    const end = endOfLink(new Date(sentAt));
    expect(end.toISOString()).toBe("2026-12-07T16:00:00.000Z");
    expect(lastDayOf(end)).toBe("2026-12-07");
  },
);

test("a link runs out at its moment, an answer never does", () => {
  const expiresAt = new Date("2026-12-07T02:00:00Z");
  const before = new Date("2026-12-07T01:59:59Z");
  const asked = { state: "sent", answer: null, expiresAt } as const;
  expect(standingOf(asked, before)).toBe("waiting");
  expect(standingOf(asked, expiresAt)).toBe("expired");
  expect(standingOf({ ...asked, state: "asked_again" }, before)).toBe("ended");
  expect(standingOf({ ...asked, state: "cancelled" }, before)).toBe("ended");
  expect(standingOf({ state: "answered", answer: "not_correct", expiresAt }, expiresAt)).toBe("not_correct");
});
