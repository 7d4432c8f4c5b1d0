import { createHash, randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Professional, Staff } from "@/lib/domain/actor";
import { openOffice, professional, staff } from "@/prisma/testing/review-office";
import { database, transaction } from "./client";
import { endSession, endSessionsOf, findOpenSession, openSession, touchSession } from "./sessions";

const now = new Date("2026-11-23T02:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const inAnHour = new Date(now.getTime() + 3_600_000);
const seenSince = { professional: minutesAgo(30), staff: minutesAgo(15) };

let chan: Professional;
let lee: Staff;

beforeAll(openOffice);
beforeEach(async () => {
  chan = await professional();
  lee = await staff("Lee", ["examine"]);
});

async function open(accountId: string, cap: number | null = null, at = now): Promise<string> {
  const idHash = createHash("sha256").update(randomBytes(32)).digest("hex");
  await transaction((db) =>
    openSession(db, { idHash, accountId, device: "Firefox · Linux", shown: null, expiresAt: inAnHour }, cap, at),
  );
  return idHash;
}

const find = (idHash: string) => findOpenSession(idHash, now, seenSince);
const isOpen = async (idHash: string) => (await find(idHash)) !== null;

describe("whoever comes with a session", () => {
  test("is who the account says, with the rights it has now", async () => {
    const session = await open(lee.accountId);
    expect(await find(session)).toMatchObject({
      actor: lee,
      locale: "en",
      device: "Firefox · Linux",
      authenticatedAt: now,
    });

    await database.grant.create({
      data: { accountId: lee.accountId, capability: "decide", fieldCode: "construction" },
    });
    expect((await find(session))?.actor).toMatchObject({
      grants: expect.arrayContaining([{ capability: "decide", field: "construction" }]) as unknown,
    });
    await database.grant.deleteMany({ where: { accountId: lee.accountId } });
    expect((await find(session))?.actor).toMatchObject({ grants: [] });
  });

  test("is a stranger from the moment the account is disabled", async () => {
    const session = await open(chan.accountId);
    expect((await find(session))?.actor).toEqual(chan);
    await database.account.update({ where: { id: chan.accountId }, data: { status: "disabled" } });
    expect(await isOpen(session)).toBe(false);
  });

  test("is a stranger when the session was ended, has run out, or never was", async () => {
    const [ended, late] = [await open(chan.accountId), await open(chan.accountId)];
    expect(await endSession(database, lee.accountId, ended, now)).toBe(false);
    expect(await isOpen(ended)).toBe(true);
    expect(await endSession(database, chan.accountId, ended, now)).toBe(true);
    expect(await isOpen(ended)).toBe(false);
    expect(await findOpenSession(late, inAnHour, seenSince)).toBeNull();
    expect(await isOpen("0".repeat(64))).toBe(false);
  });

  test("may be idle for half an hour as a professional, and for a quarter as staff", async () => {
    const sessions = { chan: await open(chan.accountId), lee: await open(lee.accountId) };
    const idle = async (minutes: number) => {
      for (const idHash of Object.values(sessions)) await touchSession(database, idHash, minutesAgo(minutes));
      return [await isOpen(sessions.chan), await isOpen(sessions.lee)];
    };
    expect(await idle(14)).toEqual([true, true]);
    expect(await idle(16)).toEqual([true, false]);
    expect(await idle(31)).toEqual([false, false]);
  });
});

test("an account has so many sessions and no more: the one used longest ago gives way", async () => {
  const [first, second, third] = [
    await open(lee.accountId, 2, minutesAgo(3)),
    await open(lee.accountId, 2, minutesAgo(2)),
    await open(lee.accountId, 2, minutesAgo(1)),
  ];
  expect([await isOpen(first), await isOpen(second), await isOpen(third)]).toEqual([false, true, true]);
});

test("all sessions of an account end together, but for the one that is kept", async () => {
  const [here, there, others] = [await open(chan.accountId), await open(chan.accountId), await open(lee.accountId)];
  await endSessionsOf(database, chan.accountId, now, here);
  expect([await isOpen(here), await isOpen(there), await isOpen(others)]).toEqual([true, false, true]);
});

test("an ended session is not brought back by being seen", async () => {
  const session = await open(chan.accountId);
  await endSession(database, chan.accountId, session, now);
  await touchSession(database, session, now);
  expect(await isOpen(session)).toBe(false);
});
