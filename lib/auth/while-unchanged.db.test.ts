import { expect, test } from "vitest";
import { findCredentialsOf } from "@/lib/data/accounts";
import { database } from "@/lib/data/client";
import { replaceSecondFactor } from "@/lib/data/second-factors";
import { ok } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { professional } from "@/prisma/testing/review-office";
import { whileUnchanged } from "./while-unchanged";

const otherwise = { code: "unmet", condition: "sign_in_again" } as const;

/** Judges somebody, lets something happen, and tells whether they still come in. */
async function comesInAfter(happens: (id: string) => Promise<unknown>) {
  const { accountId } = await professional();
  await database.account.update({ where: { id: accountId }, data: { passwordHash: "the old one" } });
  const judged = await findCredentialsOf(database, accountId);
  if (!judged) throw new Error("Nobody is there.");
  await happens(accountId);
  return whileUnchanged(judged, otherwise, () => Promise.resolve(ok("in")));
}

const change = (data: { passwordHash?: string; status?: "disabled"; locale?: "en" }) => (id: string) =>
  database.account.update({ where: { id }, data });

test("whoever was judged comes in, unless the password, the app or the standing of the account changed meanwhile", async () => {
  const refused = { ok: false, refusal: otherwise };
  expect(await comesInAfter(change({ locale: "en" }))).toEqual(ok("in"));
  expect(await comesInAfter(change({ passwordHash: "a new one" }))).toEqual(refused);
  expect(await comesInAfter(change({ status: "disabled" }))).toEqual(refused);
  const app = { sealKey: new Uint8Array(60), secret: new Uint8Array(60), lastStep: 1 };
  expect(await comesInAfter((accountId) => replaceSecondFactor(database, { accountId, ...app }, wallTime()))).toEqual(
    refused,
  );
});
