import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { readGrant } from "@/lib/domain/account/invitation";
import { openOffice, professional, staff } from "@/prisma/testing/review-office";
import { inviteStaff, viewInvitation } from "./invite-staff";

beforeAll(openOffice);

const now = new Date("2026-11-23T02:00:00Z");
let count = 0;
const somebody = () => ({ email: `first.${++count}@office.example`, name: "Fong Ka Yan", grants: ["view_statistics"] });

test("an invitation is mailed, is found by its link, and is not readable where it is kept", async () => {
  const whom = somebody();
  const invited = await inviteStaff(whom, now);
  const token = invited.ok ? invited.value.token : "";
  expect(await viewInvitation(token)).toEqual({ email: whom.email, name: "Fong Ka Yan" });
  expect(JSON.stringify(await database.invitation.findMany({ where: { email: whom.email } }))).not.toContain(token);
  expect(await database.mail.count({ where: { email: whom.email, template: "invitation" } })).toBe(1);
  expect(await viewInvitation("a".repeat(43))).toBeNull();

  await inviteStaff(whom, now);
  expect(await viewInvitation(token)).toBeNull();
});

test("nobody is invited who is a professional, for rights that make no sense, or once two administrators are there", async () => {
  const chan = await professional();
  expect(await inviteStaff({ ...somebody(), email: chan.email }, now)).toMatchObject({
    refusal: { condition: "is_professional" },
  });
  for (const grants of [[], ["examine"], ["audit:construction"], ["everything"]]) {
    expect(await inviteStaff({ ...somebody(), grants }, now)).toMatchObject({ refusal: { condition: "grants" } });
  }
  expect(readGrant("examine:construction")).toEqual({ capability: "examine", field: "construction" });
  await staff("One", ["manage_people"], null);
  const two = await staff("Two", ["manage_people"], null);
  expect(await inviteStaff(somebody(), now)).toMatchObject({ refusal: { condition: "administrators_invite" } });
  expect(await inviteStaff({ ...somebody(), email: two.email }, now)).toMatchObject({ ok: true });
});
