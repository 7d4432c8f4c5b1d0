import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { readGrant } from "@/lib/domain/account/invitation";
import { openOffice, professional, staff } from "@/prisma/testing/review-office";
import { inviteColleague, inviteStaff, viewInvitation, type Invited } from "./invite-staff";

beforeAll(openOffice);
beforeEach(() => database.invitation.deleteMany());

const now = new Date("2026-11-23T02:00:00Z");
let count = 0;
const somebody = (): Invited => ({
  email: `first.${++count}@office.example`,
  name: "Fong Ka Yan",
  grants: ["manage_people"],
});
const refusedFor = (condition: string) => ({ refusal: { condition } });
const kept = (email: string) => database.invitation.findFirstOrThrow({ where: { email, usedAt: null } });

test("an invitation is mailed, is found by its link, and is not readable where it is kept", async () => {
  const whom = somebody();
  const invited = await inviteStaff(whom, now);
  const token = invited.ok ? invited.value.token : "";
  expect(await viewInvitation(token)).toEqual({ is: "open", email: whom.email, name: "Fong Ka Yan" });
  expect(JSON.stringify(await database.invitation.findMany({ where: { email: whom.email } }))).not.toContain(token);
  expect(await database.mail.count({ where: { email: whom.email, template: "invitation" } })).toBe(1);
  expect(await viewInvitation("a".repeat(43))).toBeNull();

  await inviteStaff(whom, now);
  expect(await viewInvitation(token)).toEqual({ is: "dead" });
});

test("nobody is invited who is a professional, or for rights that make no sense, are bound to no field of ours, or look after nobody", async () => {
  const chan = await professional();
  expect(await inviteStaff({ ...somebody(), email: chan.email }, now)).toMatchObject(refusedFor("is_professional"));
  for (const grants of [[], ["examine"], ["audit:construction"], ["everything"]]) {
    expect(await inviteStaff({ ...somebody(), grants }, now)).toMatchObject(refusedFor("grants"));
  }
  expect(await inviteStaff({ ...somebody(), grants: ["manage_people", "examine:constructoin"] }, now)).toMatchObject(
    refusedFor("fields"),
  );
  expect(await inviteStaff({ ...somebody(), grants: ["audit"] }, now)).toMatchObject(refusedFor("manage_people"));
  expect(readGrant("examine:construction")).toEqual({ capability: "examine", field: "construction" });
});

test("a right that is named twice is given once", async () => {
  const whom = { ...somebody(), grants: ["manage_people", "audit", "manage_people"] };
  await inviteStaff(whom, now);
  expect((await kept(whom.email)).grants).toEqual(["manage_people", "audit"]);
});

test("an invitation is written in the language that was asked for, and in English where none was", async () => {
  for (const [asked, column] of [
    ["zh-Hant", "zh_Hant"],
    [undefined, "en"],
  ] as const) {
    const whom = { ...somebody(), ...(asked && { locale: asked }) };
    expect(await inviteStaff(whom, now)).toMatchObject({ value: { locale: asked ?? "en", isNew: true } });
    expect(await database.mail.findFirstOrThrow({ where: { email: whom.email } })).toMatchObject({ locale: column });
  }
});

test("two hold an invitation at most, whoever is invited at the same moment; a place is free again once it has run out", async () => {
  const answers = await Promise.all([somebody(), somebody(), somebody()].map((whom) => inviteStaff(whom, now)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  const late = somebody();
  expect(await inviteStaff(late, now)).toMatchObject(refusedFor("administrators_invite"));
  const { email } = await database.invitation.findFirstOrThrow();
  expect(await inviteStaff({ ...late, email }, now)).toMatchObject({ ok: true });

  await database.invitation.updateMany({ where: { email }, data: { expiresAt: new Date(0) } });
  expect(await inviteStaff(late, now)).toMatchObject({ ok: true });
});

test("once two administrators are there they invite the others; one of them may begin again and keeps their rights", async () => {
  await staff("One", ["manage_people"], null);
  const two = await staff("Two", ["manage_people"], null);
  expect(await inviteStaff(somebody(), now)).toMatchObject(refusedFor("administrators_invite"));

  const again = { ...somebody(), email: two.email, grants: ["audit"] };
  expect(await inviteStaff(again, now)).toMatchObject({ value: { isNew: false } });
  const { id, grants } = await kept(two.email);
  expect(grants).toEqual([]);
  const written = await database.auditEntry.findFirstOrThrow({ where: { object: `invitation:${id}` } });
  expect(written).toMatchObject({ action: "invite_staff", fields: [] });
});

test("an administrator invites anybody who has no account, without rights, and whoever invites whom is on record", async () => {
  const cheung = await staff("Cheung", ["manage_people"], null);
  const whom = { email: somebody().email, name: "Fong Ka Yan", locale: "zh-Hant" } as const;
  expect(await inviteColleague(cheung, whom, now)).toEqual({ ok: true, value: null });
  const { id, grants, invitedById } = await kept(whom.email);
  expect({ grants, invitedById }).toEqual({ grants: [], invitedById: cheung.accountId });
  expect(await database.mail.findFirstOrThrow({ where: { email: whom.email } })).toMatchObject({ locale: "zh_Hant" });
  const written = await database.auditEntry.findFirstOrThrow({ where: { object: `invitation:${id}` } });
  expect(written).toMatchObject({ action: "invite_staff", actorId: cheung.accountId });

  // They do not take the places of the first two.
  await database.grant.deleteMany({ where: { capability: "manage_people", accountId: { not: cheung.accountId } } });
  expect(await inviteStaff(somebody(), now)).toMatchObject({ ok: true });
});

test("nobody is invited a second time who has an account, and nobody invites who does not look after people", async () => {
  const cheung = await staff("Cheung", ["manage_people"], null);
  const lee = await staff("Lee", ["examine"]);
  const invite = (email: string, by = cheung) => inviteColleague(by, { email, name: "Somebody", locale: "en" }, now);
  expect(await invite((await professional()).email)).toMatchObject(refusedFor("is_professional"));
  expect(await invite(lee.email)).toMatchObject(refusedFor("is_staff"));
  expect(await invite(somebody().email, lee)).toEqual({ ok: false, refusal: { code: "not_found" } });
  await database.account.update({ where: { id: lee.accountId }, data: { status: "disabled" } });
  expect(await invite(lee.email)).toMatchObject(refusedFor("account_disabled"));
});
