import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import { acceptFiling } from "@/lib/services/accept-filing";
import { noteAbsence, takeBackAbsence, viewAbsences } from "@/lib/services/absences";
import { reassignFilings } from "@/lib/services/reassign-filings";
import { viewHandOver, viewWorkload } from "@/lib/services/view-workload";
import { monday, openOffice, staff, submittedFiling } from "@/prisma/testing/review-office";

let lee: Staff;
let ho: Staff;
let yip: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee", ["examine", "decide"]);
  ho = await staff("Ho", ["examine", "decide", "reverse"]);
  yip = await staff("Yip", ["examine", "decide"]);
});

/** A filing that a reviewer holds, as its supervisor sees it. */
async function heldBy(reviewer: Staff) {
  const { filingId } = await submittedFiling();
  const { version } = await standing(filingId);
  const accepted = await acceptFiling(reviewer, { filingId, version }, monday);
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  return { id: filingId, version: (await standing(filingId)).version };
}

function standing(id: string) {
  return database.filing.findUniqueOrThrow({
    where: { id },
    select: { version: true, reviewerId: true, state: true, dueOn: true, daysUsed: true },
  });
}

const refusal = (result: Awaited<ReturnType<typeof reassignFilings>>) => (result.ok ? null : result.refusal);

describe("handing filings over", () => {
  test("a supervisor gives filings to a colleague, and nothing but the reviewer changes", async () => {
    const filing = await heldBy(lee);
    const before = await standing(filing.id);
    const moved = await reassignFilings(ho, { filings: [filing], to: yip.accountId, reason: "reviewer_away" }, monday);
    expect(moved).toEqual({ ok: true, value: { count: 1 } });
    expect(await standing(filing.id)).toEqual({
      ...before,
      reviewerId: yip.accountId,
      version: before.version + 1,
    });
    const told = await database.event.findFirstOrThrow({
      where: { filingId: filing.id, type: "filing_reassigned" },
      select: { actorId: true, payload: true },
    });
    expect(told).toMatchObject({
      actorId: ho.accountId,
      payload: { reasons: ["reviewer_away"], assignee: yip.accountId },
    });
  });

  test("several go evenly to those who are there, and none to whoever is away", async () => {
    const filings = [await heldBy(lee), await heldBy(lee), await heldBy(lee)];
    const away = await noteAbsence(yip, { from: "2026-11-20", until: "2026-11-27" }, monday);
    expect(away.ok).toBe(true);
    const moved = await reassignFilings(ho, { filings, to: "evenly", reason: "too_much_in_hand" }, monday);
    expect(moved.ok).toBe(true);
    const now = await Promise.all(filings.map(({ id }) => standing(id)));
    expect(now.map(({ reviewerId }) => reviewerId)).toEqual(filings.map(() => ho.accountId));

    const [absence] = await viewAbsences(yip, monday);
    expect((await takeBackAbsence(lee, { absenceId: absence?.id ?? "" })).ok).toBe(false);
    expect((await takeBackAbsence(yip, { absenceId: absence?.id ?? "" })).ok).toBe(true);
  });

  test("all of them change hands or none", async () => {
    const [first, second] = [await heldBy(lee), await heldBy(lee)];
    const stale = [first, { ...second, version: second.version - 1 }];
    const asked = { to: yip.accountId, reason: "reviewer_away" } as const;
    expect(refusal(await reassignFilings(ho, { filings: stale, ...asked }, monday))).toEqual({ code: "stale" });
    const both = await Promise.all([standing(first.id), standing(second.id)]);
    expect(both.map(({ reviewerId }) => reviewerId)).toEqual([lee.accountId, lee.accountId]);
  });

  test("nobody gives a filing to who may not examine it, to who has it, or from a field that is not theirs", async () => {
    const filing = await heldBy(lee);
    const tam = await staff("Tam", ["examine", "reverse"], "tax");
    const give = (by: Staff, to: string) =>
      reassignFilings(by, { filings: [filing], to, reason: "too_much_in_hand" }, monday).then(refusal);
    expect(await give(ho, tam.accountId)).toEqual({ code: "unmet", condition: "cannot_take" });
    expect(await give(ho, lee.accountId)).toEqual({ code: "unmet", condition: "cannot_take" });
    expect(await give(tam, yip.accountId)).toEqual({ code: "not_found" });
    expect(await give(lee, yip.accountId)).toEqual({ code: "forbidden" });
    expect((await standing(filing.id)).reviewerId).toBe(lee.accountId);
  });

  test("two supervisors at once: one is done, the other is told that it moved", async () => {
    const filing = await heldBy(lee);
    const other = await staff("Kwok", ["examine", "reverse"]);
    const asked = { filings: [filing], reason: "reviewer_away" as const };
    const results = await Promise.all([
      reassignFilings(ho, { ...asked, to: yip.accountId }, monday),
      reassignFilings(other, { ...asked, to: ho.accountId }, monday),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.map(refusal).filter(Boolean)).toEqual([{ code: "stale" }]);
  });
});

describe("who has what in hand", () => {
  test("the supervisor's figures are the rows that stand behind them", async () => {
    await heldBy(yip);
    const { hands } = await viewWorkload(ho, monday);
    for (const { id, ours } of hands) {
      const view = await viewHandOver(ho, id, monday);
      expect(view.ok && view.value.filings).toHaveLength(ours);
    }
    await submittedFiling();
    const nobodys = await viewHandOver(ho, null, monday);
    expect(nobodys.ok && nobodys.value.filings).toHaveLength((await viewWorkload(ho, monday)).unheld);
    expect(hands.find(({ id }) => id === yip.accountId)?.ours).toBeGreaterThan(0);
  });

  test("whoever supervises another field sees nobody of this one", async () => {
    const stranger = await staff("Ng", ["examine", "reverse"], "tax");
    const { hands, unheld } = await viewWorkload(stranger, monday);
    expect(hands.map(({ name }) => name)).not.toContain("Lee");
    expect(unheld).toBe(0);
    expect((await viewHandOver(stranger, lee.accountId, monday)).ok).toBe(false);
  });
});

describe("absences", () => {
  test("nobody is away twice on one day, nor before today", async () => {
    const days = { from: "2026-12-24", until: "2026-12-31" };
    expect((await noteAbsence(lee, days, monday)).ok).toBe(true);
    const again = await noteAbsence(lee, { from: "2026-12-31", until: "2027-01-02" }, monday);
    expect(again).toMatchObject({ refusal: { fields: { from: "validation.absence_twice" } } });
    const over = await noteAbsence(lee, { from: "2026-11-02", until: "2026-11-03" }, monday);
    expect(over).toMatchObject({ refusal: { fields: { until: "validation.absence_over" } } });
    expect((await viewAbsences(lee, monday)).map(({ from, until }) => ({ from, until }))).toEqual([days]);
  });
});
