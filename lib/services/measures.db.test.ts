import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { listRegister } from "@/lib/data/register";
import { compareTallies, countRegistered } from "@/lib/data/statistics";
import type { Staff } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import { startFiling } from "@/lib/services/start-filing";
import {
  answered,
  at,
  type Colleagues,
  decide,
  done,
  effect,
  lastDay,
  lift,
  midnight,
  openProceedingOffice,
  refusalOf,
  type Registered,
  registeredBy,
  revoke,
  suspend,
  suspendedBy,
  today,
  verdictAt,
} from "@/prisma/testing/proceeding-office";
import { architect } from "@/prisma/testing/review-office";
import { settleRegistrations } from "./settle-registration";
import { viewDecision } from "./view-decision";
import { viewProceeding } from "./view-proceeding";

let ho: Staff;
let yip: Staff;
let colleagues: Colleagues;

beforeAll(async () => {
  colleagues = await openProceedingOffice();
  ({ ho, yip } = colleagues);
});

const filingOf = async ({ id }: Registered) =>
  (await database.registration.findUniqueOrThrow({ where: { id } })).filingId ?? "";
const stateOf = async (id: string) => (await database.registration.findUniqueOrThrow({ where: { id } })).state;
const shownAs = async (standing: "valid" | "suspended" | "ended", day: string) => {
  const rows = await listRegister(database, { words: [], field: null, standing }, day, { place: null, limit: 1000 });
  return rows.map(({ number }) => number);
};

const validOn = async (day: string) => (await countRegistered(database, day))?.validToday ?? 0;
const registeredOn = async (day: string) => (await countRegistered(database, day))?.here ?? 0;

describe("a suspension that was decided", () => {
  test("turns the check at its first minute, whether or not a job has run, and no minute before", async () => {
    const it = await suspendedBy(colleagues);
    expect(await verdictAt(it, at(lastDay, "15:59"))).toEqual({ is: "valid" });
    expect(await verdictAt(it, midnight(effect))).toEqual({
      is: "suspended",
      since: effect,
      until: null,
      reason: "under_inquiry",
    });
    expect(await stateOf(it.id)).toBe("in_force");
    expect(await shownAs("valid", lastDay)).toContain(it.number);
    expect(await shownAs("valid", effect)).not.toContain(it.number);
    expect(await shownAs("suspended", effect)).toContain(it.number);
  });

  test("is out of the valid ones from that day on, and the job writes one event of it", async () => {
    const before = [await validOn(lastDay), await validOn(effect)] as const;
    const it = await suspendedBy(colleagues);
    expect([await validOn(lastDay), await validOn(effect)]).toEqual([before[0] + 1, before[1]]);
    await settleRegistrations(midnight(effect));
    await settleRegistrations(at(effect));
    expect(await stateOf(it.id)).toBe("suspended");
    expect(await database.event.count({ where: { registrationId: it.id, type: "registration_suspended" } })).toBe(1);
    expect(await validOn(effect)).toBe(before[1]);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("ends by itself after its last day", async () => {
    const it = await suspendedBy(colleagues, { untilOn: "2026-12-31" });
    expect(await verdictAt(it, at("2026-12-31", "15:59"))).toMatchObject({ is: "suspended", until: "2026-12-31" });
    expect(await verdictAt(it, midnight("2027-01-01"))).toEqual({ is: "valid" });
    await settleRegistrations(at("2027-01-05"));
    const { state, suspendedFrom, stateFrom } = await database.registration.findUniqueOrThrow({ where: { id: it.id } });
    expect([state, suspendedFrom, stateFrom.toISOString().slice(0, 10)]).toEqual(["in_force", null, "2027-01-01"]);
    const events = await database.event.findMany({ where: { registrationId: it.id }, orderBy: { seq: "asc" } });
    expect(events.slice(-2).map(({ type }) => type)).toEqual(["registration_suspended", "registration_resumed"]);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("is lifted by two people, on the day they say", async () => {
    const it = await suspendedBy(colleagues);
    const later = at("2026-12-10");
    await settleRegistrations(later);
    const { proceedingId } = await done(lift(ho, it, { effectiveOn: "2026-12-10" }, later));
    expect(await refusalOf(decide(ho, proceedingId, later))).toEqual({ code: "forbidden" });
    expect(await refusalOf(viewProceeding(it.holder, { number: it.number, proceedingId }, later))).toEqual({
      code: "not_found",
    });
    await done(decide(yip, proceedingId, later));
    expect(await stateOf(it.id)).toBe("in_force");
    expect(await verdictAt(it, later)).toEqual({ is: "valid" });
    expect(await validOn("2026-12-10")).toBeGreaterThan(0);
    expect(
      await database.mail.count({ where: { accountId: it.holder.accountId, template: "suspension_lifted" } }),
    ).toBe(1);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("that is lifted on its first day lasts the day", async () => {
    const it = await suspendedBy(colleagues);
    await settleRegistrations(at(effect));
    const { proceedingId } = await done(lift(ho, it, { effectiveOn: effect }, at(effect)));
    await done(decide(yip, proceedingId, at(effect)));
    expect(await verdictAt(it, at(effect))).toMatchObject({ is: "suspended", until: effect });
    expect(await verdictAt(it, midnight(addDays(effect, 1)))).toEqual({ is: "valid" });
  });

  test("that is lifted before it began never begins", async () => {
    const it = await suspendedBy(colleagues);
    const { proceedingId } = await done(lift(ho, it));
    await done(decide(yip, proceedingId));
    expect(await verdictAt(it, at(effect))).toEqual({ is: "valid" });
  });

  test("holds from the day of the decision where that came later than announced", async () => {
    const it = await registeredBy(yip);
    const { proceedingId } = await done(suspend(ho, it));
    await answered(it, proceedingId);
    await done(decide(yip, proceedingId, at("2026-12-08")));
    expect(await stateOf(it.id)).toBe("suspended");
    expect(await verdictAt(it, at("2026-12-08"))).toMatchObject({ is: "suspended", since: "2026-12-08" });
  });

  test("cannot be decided once its own last day has passed", async () => {
    const it = await registeredBy(yip);
    const { proceedingId } = await done(suspend(ho, it, { untilOn: "2026-12-04" }));
    await answered(it, proceedingId);
    expect(await refusalOf(decide(yip, proceedingId, at("2026-12-08")))).toEqual({
      code: "unmet",
      condition: "period_left",
    });
  });
});

describe("a revocation that was decided", () => {
  test("reads so from its first minute on, and its day is written once", async () => {
    const it = await registeredBy(yip);
    const { proceedingId } = await done(revoke(ho, it));
    await done(decide(yip, await answered(it, proceedingId)));
    expect(await verdictAt(it, at(lastDay, "15:59"))).toEqual({ is: "valid" });
    expect(await verdictAt(it, midnight(effect))).toEqual({
      is: "ended",
      how: "revoked",
      since: effect,
      reason: "serious_breach",
    });
    await settleRegistrations(at(effect));
    await settleRegistrations(at(addDays(effect, 3)));
    expect(await stateOf(it.id)).toBe("revoked");
    expect(await verdictAt(it, at("2027-02-01"))).toMatchObject({ how: "revoked", since: effect });
    expect(await database.event.count({ where: { registrationId: it.id, type: "registration_revoked" } })).toBe(1);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("that holds today is in the numbers and on the check page with its own commit", async () => {
    const it = await registeredBy(yip);
    const before = await validOn("2026-12-08");
    const { proceedingId } = await done(revoke(ho, it));
    await answered(it, proceedingId);
    await done(decide(yip, proceedingId, at("2026-12-08")));
    expect(await stateOf(it.id)).toBe("revoked");
    expect(await verdictAt(it, at("2026-12-08"))).toMatchObject({ is: "ended", how: "revoked" });
    expect(await validOn("2026-12-08")).toBe(before - 1);
  });

  test("bars the person from the field where its reason does", async () => {
    const it = await registeredBy(yip);
    const { proceedingId } = await done(revoke(ho, it));
    await done(decide(yip, await answered(it, proceedingId)));
    const bars = await database.bar.findMany({ where: { personId: it.holder.personId } });
    expect(bars.map(({ reasonCodes, from, until }) => [reasonCodes, from, until])).toEqual([
      [["serious_breach"], new Date(effect), new Date("2031-12-01")],
    ]);
    await settleRegistrations(at(effect));
    const page = await done(viewProceeding(it.holder, { number: it.number, proceedingId }, at(effect)));
    expect(page.barredUntil).toBe("2031-12-01");
    const decision = await done(viewDecision(it.holder, await filingOf(it), at(effect)));
    expect(decision.barredUntil).toBeNull();
    const again = await startFiling(it.holder, { entry: architect }, at(effect));
    expect(again.ok).toBe(false);
  });

  test("bars nobody where its reason does not", async () => {
    const it = await registeredBy(yip);
    const { proceedingId } = await done(revoke(ho, it, { reason: "home_registration_ended" }));
    await done(decide(yip, await answered(it, proceedingId)));
    expect(await database.bar.count({ where: { personId: it.holder.personId } })).toBe(0);
  });

  test("as void from the start takes its holder out of the count from the first day", async () => {
    const it = await registeredBy(yip);
    const { proceedingId } = await done(revoke(ho, it, { reason: "false_statement", fromTheStart: "yes" }));
    await done(decide(yip, await answered(it, proceedingId)));
    const before = await registeredOn(today);
    const tally = async () => {
      const { _sum } = await database.entryTally.aggregate({ where: { entryCode: architect }, _sum: { count: true } });
      return _sum.count ?? 0;
    };
    const ofEntry = await tally();
    await settleRegistrations(at(effect));
    expect(await registeredOn(today)).toBe(before - 1);
    expect(await tally()).toBe(ofEntry - 1);
    expect((await compareTallies(database)).differences).toEqual([]);
  });

  test("is void from the start only for what was so from the start", async () => {
    const it = await registeredBy(yip);
    expect(await refusalOf(revoke(ho, it, { fromTheStart: "yes" }))).toEqual({
      code: "invalid_input",
      fields: { fromTheStart: "validation.not_void" },
    });
  });

  test("comes over a suspension that runs", async () => {
    const it = await suspendedBy(colleagues);
    await settleRegistrations(at(effect));
    const { proceedingId } = await done(revoke(ho, it, { effectiveOn: "2026-12-15" }, at(effect)));
    await answered(it, proceedingId, at(effect));
    await done(decide(yip, proceedingId, at("2026-12-10")));
    expect(await verdictAt(it, at("2026-12-14"))).toMatchObject({ is: "suspended" });
    expect(await verdictAt(it, midnight("2026-12-15"))).toMatchObject({ is: "ended", how: "revoked" });
    await settleRegistrations(at("2026-12-16"));
    expect(await stateOf(it.id)).toBe("revoked");
  });
});
