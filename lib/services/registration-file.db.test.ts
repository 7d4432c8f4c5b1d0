import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import {
  answered,
  at,
  type Colleagues,
  done,
  effect,
  lastDay,
  lift,
  openProceedingOffice,
  refusalOf,
  registeredBy,
  revoke,
  suspend,
  suspendedBy,
  today,
  toSuspend,
} from "@/prisma/testing/proceeding-office";
import { monday } from "@/prisma/testing/review-office";
import { exportMyData } from "./export-my-data";
import { viewProceeding } from "./view-proceeding";
import { viewRegistration } from "./view-registration";
import { findRegistrations, viewRegistrationFile } from "./view-registration-file";

let ho: Staff;
let yip: Staff;
let lee: Staff;
let taxReviewer: Staff;
let colleagues: Colleagues;

beforeAll(async () => {
  colleagues = await openProceedingOffice();
  ({ ho, yip, lee, taxReviewer } = colleagues);
});

describe("staff who look a registration up", () => {
  test("find it by number and by name in either script, in their fields only", async () => {
    const it = await registeredBy(yip);
    expect((await findRegistrations(ho, it.number, monday)).rows.map(({ number }) => number)).toEqual([it.number]);
    expect((await findRegistrations(ho, "陈大文", monday)).rows.length).toBeGreaterThan(0);
    expect((await findRegistrations(taxReviewer, it.number, monday)).rows).toEqual([]);
    expect(await findRegistrations(ho, "陳", monday)).toMatchObject({ rows: [], tooShort: true });
    await done(suspend(ho, it));
    const open = await findRegistrations(ho, "", monday);
    expect(open.rows.find(({ number }) => number === it.number)?.hasProceeding).toBe(true);
  });

  test("see where it came from and what they may propose, and the look is on record", async () => {
    const it = await registeredBy(yip);
    const file = await done(viewRegistrationFile(ho, it.number, monday));
    expect(file.history.reference).toMatch(/^QH-/);
    expect(file.history.decisions.map(({ by }) => by)).toEqual(["YIP Wai Yee"]);
    expect(file.offers).toEqual([
      { kind: "suspension", withheld: null },
      { kind: "revocation", withheld: null },
      { kind: "lifting", withheld: "suspended" },
    ]);
    expect(file.ifProposedToday).toEqual({ hearingUntil: lastDay, earliest: effect, today });
    const looks = await database.auditEntry.count({
      where: { actorId: ho.accountId, object: `registration:${it.id}`, action: "view_registration" },
    });
    expect(looks).toBe(1);
    expect(
      (await done(viewRegistrationFile(lee, it.number, monday))).offers.every(
        ({ withheld }) => withheld === "forbidden",
      ),
    ).toBe(true);
    expect(await refusalOf(viewRegistrationFile(taxReviewer, it.number, monday))).toEqual({ code: "not_found" });
  });
});

describe("the holder of a registration about which something was proposed", () => {
  test("finds in their own data who looked at it, what was said on both sides, and nothing of a colleague’s proposal to give it back", async () => {
    const it = await suspendedBy(colleagues);
    await done(viewProceeding(yip, { number: it.number, proceedingId: it.proceedingId }, monday));
    await done(lift(ho, it, { effectiveOn: "2026-12-02" }, at(effect)));
    const copy = await exportMyData(it.holder, "json", at(effect));
    expect(copy.looks_by_staff).toContainEqual(
      expect.objectContaining({ what: "view_proceeding", registration: it.number }),
    );
    expect(copy.proceedings).toMatchObject([
      { registration: it.number, kind: "suspension", proposed: toSuspend.words, your_side: "It was a clerk." },
    ]);
  });

  test("is never suspended for longer by being reinstated", async () => {
    const until = "2026-12-20";
    const it = await suspendedBy(colleagues, { untilOn: until });
    const late = await lift(ho, it, { effectiveOn: "2026-12-21" }, at(effect));
    expect(late).toMatchObject({ refusal: { fields: { effectiveOn: "validation.lifted_too_late" } } });
    await done(lift(ho, it, { effectiveOn: until }, at(effect)));
  });

  test("reads of everything that is open, what may be answered first", async () => {
    const it = await registeredBy(yip);
    const first = await done(suspend(ho, it));
    await answered(it, first.proceedingId);
    const second = await done(revoke(ho, it));
    const own = await done(viewRegistration(it.holder, it.number, monday));
    expect(own.concern.open.map(({ id }) => id)).toEqual([second.proceedingId, first.proceedingId]);
  });
});
