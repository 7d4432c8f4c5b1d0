import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Professional, Staff } from "@/lib/domain/actor";
import { answer, completeDraft, putPaper } from "@/prisma/testing/filing-scene";
import { architect, findAll, monday, openOffice, professional, seen, staff } from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { answerHearing } from "./answer-hearing";
import { proposeRefusal } from "./propose-decision";
import { requestInformation } from "./request-information";
import { returnProposal } from "./return-proposal";
import { revealIdentityNumber } from "./reveal-identity-number";
import { startFiling } from "./start-filing";
import { submitFiling } from "./submit-filing";
import { answerItem, supplementFiling } from "./supplement-filing";
import { viewExamination } from "./view-examination";
import { viewRequest } from "./view-request";

const tuesday = new Date("2026-11-24T03:00:00Z");

let lee: Staff;
let ho: Staff;
let chan: Professional;
let filing: { id: string; reference: string };

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide"]);
});

beforeEach(async () => {
  chan = await professional();
  const started = await startFiling(chan, { entry: architect }, monday);
  if (!started.ok) throw new Error(started.refusal.code);
  await completeDraft(chan, started.value.id, monday);
  const submitted = await submitFiling(chan, { filingId: started.value.id, version: 1 }, monday);
  if (!submitted.ok) throw new Error(submitted.refusal.code);
  filing = { id: started.value.id, reference: submitted.value.reference };
});

async function ask(checks: string[], reason?: "new_fact") {
  await findAll(lee, filing.id, monday, Object.fromEntries(checks.map((check) => [check, "missing" as const])));
  const notice = { outcome: "close_no_response" as const, checks, texts: checks.map((check) => `About ${check}.`) };
  const sent = await requestInformation(
    lee,
    { ...(await seen(filing.id)), ...notice, ...(reason && { reason }) },
    monday,
  );
  expect(sent.ok).toBe(true);
}

async function send(words: Record<number, string> = {}) {
  const request = await viewRequest(chan, filing.id, tuesday);
  if (!request.ok) throw new Error(request.refusal.code);
  for (const { id, number } of request.value.items) {
    expect((await answerItem(chan, { filingId: filing.id, itemId: id, answer: words[number] ?? "" }, tuesday)).ok).toBe(
      true,
    );
  }
  expect((await supplementFiling(chan, await seen(filing.id), tuesday)).ok).toBe(true);
}

async function rounds() {
  const view = await viewExamination(lee, filing.reference, tuesday);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value.rounds;
}

const permit = (number: string) => ({
  identity_kind: "hkid",
  identity_number: "",
  permit_kind: "home_return_permit",
  permit_number: number,
  permit_expires_on: "2030-05-01",
});

describe("a reviewer who opens an answered request", () => {
  test("sees nothing changed where nothing was asked, or is not answered yet", async () => {
    expect(await rounds()).toEqual([]);
    await ask(["identity"]);
    await answer(chan, filing.id, "identity", permit("H87654321"), tuesday);
    expect(await rounds()).toEqual([]);
  });

  test("sees each change beside what was sent before, under the item it answers", async () => {
    await ask(["identity", "institution", "paper:travel_permit"]);
    const before = await database.document.findFirstOrThrow({
      where: { filingId: filing.id, evidenceKey: "travel_permit" },
    });
    await answer(chan, filing.id, "identity", permit("H87654321"), tuesday);
    await putPaper(chan, filing.id, "travel_permit", tuesday);
    await send({ 2: "Since May." });

    const [round] = await rounds();
    expect(round).toMatchObject({ round: 1, answeredAt: tuesday });
    expect(round?.changes?.items).toMatchObject([
      { item: { number: 1, text: "About identity." }, answers: [{ question: "permit_number" }], papers: [] },
      { item: { number: 2, answer: "Since May." }, answers: [], papers: [] },
      { item: { number: 3 }, answers: [], papers: [{ key: "travel_permit" }] },
    ]);
    const exchanged = round?.changes?.items[2]?.papers[0];
    expect(exchanged?.before.map(({ id }) => id)).toContain(before.id);
    expect(exchanged?.now).not.toEqual(exchanged?.before);
    expect(round?.changes?.besides).toEqual({ answers: [], papers: [] });
    expect(round?.changes?.unchanged.questions).toContain("surname");
    expect(round?.changes?.unchanged.papers).not.toContain("travel_permit");
  });

  test("sees identity numbers masked on both sides, until they are asked for with a reason", async () => {
    await ask(["identity"]);
    await answer(chan, filing.id, "identity", permit("H87654321"), tuesday);
    await send();
    expect(JSON.stringify(await rounds())).not.toMatch(/H\d{8}/);
    await revealIdentityNumber(lee, { filingId: filing.id, reason: "compare_with_paper" });
    expect(JSON.stringify((await rounds())[0]?.changes?.items[0]?.answers)).toMatch(/"now":"H87654321"/);
  });

  test("is told that a number was changed where the two look the same once they are masked", async () => {
    await ask(["identity"]);
    await answer(chan, filing.id, "identity", permit("H12399999"), tuesday);
    await send();
    const hidden = async () => (await rounds())[0]?.changes?.items[0]?.answers.map(({ isHidden }) => isHidden);
    expect(await hidden()).toEqual([true]);
    await revealIdentityNumber(lee, { filingId: filing.id, reason: "compare_with_paper" });
    expect(await hidden()).toEqual([undefined]);
  });

  test("reads the newest answer first, each against the one before it", async () => {
    await ask(["identity"]);
    await answer(chan, filing.id, "identity", permit("H87654321"), tuesday);
    await send();
    await ask(["names"], "new_fact");
    await answer(
      chan,
      filing.id,
      "names",
      { surname: "CHAN", given_names: "Tai Ming", name_on_home_register: "CHAN" },
      tuesday,
    );
    await send();
    const changed = (await rounds()).map(({ round, changes }) => [
      round,
      changes?.items.flatMap(({ answers }) => answers.map(({ question }) => question)),
    ]);
    expect(changed).toEqual([
      [2, expect.arrayContaining(["given_names"])],
      [1, ["permit_number"]],
    ]);
    expect(changed[0]?.[1]).not.toContain("permit_number");
  });

  test("reads past what was said in a hearing in between", async () => {
    expect(await acceptFiling(lee, await seen(filing.id), monday)).toMatchObject({ ok: true });
    await findAll(lee, filing.id, monday, { home_registration: "not_met" });
    const reasons = ["home_registration_invalid" as const];
    const proposed = { ...(await seen(filing.id)), reasons, note: "It cannot be read." };
    expect(await proposeRefusal(lee, proposed, monday)).toMatchObject({ ok: true });
    const heard = { ...(await seen(filing.id)), statement: "I renewed it in time." };
    expect(await answerHearing(chan, heard, monday)).toMatchObject({ ok: true });
    const returned = { ...(await seen(filing.id)), reasons: ["check_again" as const], note: "Look again." };
    expect(await returnProposal(ho, returned, monday)).toMatchObject({ ok: true });

    await ask(["identity"]);
    await answer(chan, filing.id, "identity", permit("H87654321"), tuesday);
    await send();
    expect(await rounds()).toMatchObject([
      { round: 1, changes: { items: [{ answers: [{ question: "permit_number" }] }], besides: { answers: [] } } },
    ]);
  });

  test("is told so where the person was erased since", async () => {
    await ask(["institution"]);
    await send({ 1: "Since May." });
    await database.person.update({ where: { id: chan.personId }, data: { sealKey: null } });
    expect(await rounds()).toMatchObject([{ round: 1, changes: null }]);
  });
});
