import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import { effect, registeredBy } from "@/prisma/testing/proceeding-office";
import { monday, openOffice, staff } from "@/prisma/testing/review-office";
import { answerProceeding } from "./answer-proceeding";
import { decideProceeding, dropProceeding } from "./decide-proceeding";
import { proposeRevocation, proposeSuspension } from "./open-proceeding";
import { settleRegistrations } from "./settle-registration";

let ho: Staff;
let yip: Staff;
let lee: Staff;

beforeAll(async () => {
  await openOffice();
  ho = await staff("Ho Mei Yee", ["examine", "decide", "revoke"]);
  yip = await staff("Yip Wai Yee", ["examine", "decide"]);
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
});

const toRevoke = { reason: "home_registration_ended", words: "The board struck it off.", effectiveOn: effect } as const;

/** A revocation that its holder has answered. */
async function answered() {
  const it = await registeredBy(yip);
  const opened = await proposeRevocation(ho, { ...toRevoke, number: it.number, version: 1 }, monday);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const { proceedingId } = opened.value;
  await answerProceeding(it.holder, { proceedingId, version: 2, statement: "It was restored." }, monday);
  return { ...it, proceedingId };
}

test("of two who decide and drop at once, one is heard", async () => {
  const { id, proceedingId } = await answered();
  const seenOf = { proceedingId, version: 3 };
  const results = await Promise.all([
    decideProceeding(yip, { ...seenOf, note: "" }, monday),
    dropProceeding(lee, { ...seenOf, note: "It was restored." }, monday),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const { state } = await database.proceeding.findUniqueOrThrow({ where: { id: proceedingId } });
  const { ending } = await database.registration.findUniqueOrThrow({ where: { id } });
  expect([state, ending]).toEqual(results[0].ok ? ["decided", "revoked"] : ["dropped", null]);
  const ends = { in: ["proceeding_decided", "proceeding_dropped"] };
  expect(await database.event.count({ where: { registrationId: id, type: ends } })).toBe(1);
});

test("the same proposal sent twice at once is made once", async () => {
  const { id, number } = await registeredBy(yip);
  const asked = { number, version: 1, reason: "under_inquiry", words: "A false stamp.", effectiveOn: effect } as const;
  const twice = await Promise.all([1, 2].map(() => proposeSuspension(ho, { ...asked, untilOn: "" }, monday)));
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database.proceeding.count({ where: { registrationId: id } })).toBe(1);
});

test("two clocks that settle at once write one end", async () => {
  const { id, proceedingId } = await answered();
  await decideProceeding(yip, { proceedingId, version: 3, note: "" }, monday);
  const then = new Date(`${effect}T02:00:00Z`);
  await Promise.all([settleRegistrations(then), settleRegistrations(then)]);
  expect(await database.event.count({ where: { registrationId: id, type: "registration_revoked" } })).toBe(1);
});
