import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Professional, Staff } from "@/lib/domain/actor";
import { answer, completeDraft, putPaper } from "@/prisma/testing/filing-scene";
import { architect, findAll, monday, openOffice, professional, seen, staff } from "@/prisma/testing/review-office";
import { requestInformation } from "./request-information";
import { runOfficeClock } from "./run-office-clock";
import { startFiling } from "./start-filing";
import { submitFiling } from "./submit-filing";
import { answerItem, supplementFiling } from "./supplement-filing";
import { viewRequest } from "./view-request";
import { viewRounds } from "./view-rounds";
import { viewStatus } from "./view-status";
import { withdrawFiling } from "./withdraw-filing";

const tuesday = new Date("2026-11-24T03:00:00Z");

let lee: Staff;
let chan: Professional;
let filingId: string;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
});

beforeEach(async () => {
  chan = await professional();
  const started = await startFiling(chan, { entry: architect }, monday);
  if (!started.ok) throw new Error(started.refusal.code);
  filingId = started.value.id;
  await completeDraft(chan, filingId, monday);
  await submitFiling(chan, { filingId, version: 1 }, monday);
});

const seenNow = () => seen(filingId);

async function ask(checks: string[], reason?: "new_fact") {
  await findAll(lee, filingId, monday, Object.fromEntries(checks.map((check) => [check, "missing" as const])));
  const notice = { outcome: "close_no_response" as const, checks, texts: checks.map((check) => `About ${check}.`) };
  const sent = await requestInformation(lee, { ...(await seenNow()), ...notice, ...(reason && { reason }) }, monday);
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
}

async function rounds(now = tuesday) {
  const view = await viewRounds(chan, filingId, now);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value.rounds;
}

async function send(words: Record<number, string> = {}) {
  const request = await viewRequest(chan, filingId, tuesday);
  if (!request.ok) throw new Error(request.refusal.code);
  for (const { id, number } of request.value.items) {
    const said = await answerItem(chan, { filingId, itemId: id, answer: words[number] ?? "" }, tuesday);
    expect(said.ok).toBe(true);
  }
  expect((await supplementFiling(chan, await seenNow(), tuesday)).ok).toBe(true);
}

describe("a request that is over", () => {
  test("keeps what was asked, what was answered and when, and the day promised from then on", async () => {
    await ask(["identity", "paper:travel_permit"]);
    expect(await rounds()).toEqual([]);
    await answer(chan, filingId, "identity", { ...identity, permit_number: "H87654321" }, tuesday);
    await putPaper(chan, filingId, "travel_permit", tuesday);
    await send({ 2: "Both sides." });

    const [round] = await rounds();
    expect(round).toMatchObject({ round: 1, state: "answered", sentAt: monday, receipt: { at: tuesday } });
    expect(round?.items).toMatchObject([
      { number: 1, text: "About identity.", answer: null, changed: ["permit_number"], files: [] },
      { number: 2, answer: "Both sides.", changed: [], files: [{ key: "travel_permit", name: "travel_permit.pdf" }] },
    ]);
    const status = await viewStatus(chan, filingId, tuesday);
    expect(round?.receipt?.promised).toBe(status.ok && status.value.filing.promise?.decideBy);
  });

  test("shows no identity number in full", async () => {
    await ask(["identity"]);
    await answer(chan, filingId, "identity", { ...identity, permit_number: "H87654321" }, tuesday);
    await send();
    const [round] = await rounds();
    expect(round?.answers["permit_number"]).toMatch(/\*/);
    expect(JSON.stringify(round)).not.toMatch(/H87654321|A123456/);
  });

  test("stands above the earlier one, each with its own answers", async () => {
    await ask(["institution"]);
    await send({ 1: "First." });
    await ask(["names"], "new_fact");
    await send({ 1: "Second." });
    const both = await rounds();
    expect(both.map(({ round, items }) => [round, items[0]?.answer])).toEqual([
      [2, "Second."],
      [1, "First."],
    ]);
    expect(new Set(both.map(({ receipt }) => receipt?.hash)).size).toBe(2);
  });

  test("says so where nobody answered, or the filing was withdrawn before", async () => {
    await ask(["institution"]);
    await withdrawFiling(chan, await seenNow(), tuesday);
    expect(await rounds()).toMatchObject([{ state: "cancelled", receipt: null }]);
  });

  test("says so where its last day passed", async () => {
    await ask(["institution"]);
    const late = new Date("2027-01-20T02:00:00Z");
    await runOfficeClock(late);
    expect(await rounds(late)).toMatchObject([{ state: "expired", receipt: null }]);
  });

  test("is nobody else's to read", async () => {
    await ask(["institution"]);
    expect(await viewRounds(await professional(), filingId, tuesday)).toMatchObject({ refusal: { code: "not_found" } });
  });
});

const identity = {
  identity_kind: "hkid",
  identity_number: "",
  permit_kind: "home_return_permit",
  permit_expires_on: "2030-05-01",
};
