import { expect, test } from "vitest";
import { capabilities } from "@/lib/domain/actor";
import { giveRightSchema, grantsOf, inviteColleagueSchema, isReviewDue, needsSecond, writeGrant } from "./staff";

test("a second administrator confirms every right that two people use together, and nothing else", () => {
  expect(new Set(capabilities.filter(needsSecond))).toEqual(
    new Set(["decide", "reverse", "revoke", "publish_list", "manage_people"]),
  );
});

test("a right that is bound to fields is given once in each, one that is not is given once, and none without a field", () => {
  expect(grantsOf("examine", ["tax", "legal", "tax"])?.map(writeGrant)).toEqual(["examine:tax", "examine:legal"]);
  expect(grantsOf("examine", [])).toBeNull();
  expect(grantsOf("audit", ["tax"])?.map(writeGrant)).toEqual(["audit"]);
});

test("rights are looked through again once 90 days are over", () => {
  const reviewed = new Date("2026-01-01T00:00:00Z");
  expect(isReviewDue(reviewed, new Date("2026-04-01T00:00:00Z"))).toBe(false);
  expect(isReviewDue(reviewed, new Date("2026-04-01T00:00:01Z"))).toBe(true);
});

test("a form that names no right, no colleague or more than it may is not read", () => {
  const accountId = "0198f3a2-0000-7000-8000-000000000001";
  expect(giveRightSchema.safeParse({ accountId, capability: "audit" })).toMatchObject({ data: { fields: [] } });
  for (const wrong of [
    { accountId, capability: "everything" },
    { accountId: "lee", capability: "audit" },
    { accountId, capability: "audit", status: "active" },
  ]) {
    expect(giveRightSchema.safeParse(wrong).success).toBe(false);
  }
  const invited = { email: " Fong.KaYan@Office.Example ", name: " Fong Ka Yan ", locale: "en" };
  expect(inviteColleagueSchema.parse(invited)).toMatchObject({
    email: "fong.kayan@office.example",
    name: "Fong Ka Yan",
  });
  expect(inviteColleagueSchema.safeParse({ ...invited, name: " " }).success).toBe(false);
});
