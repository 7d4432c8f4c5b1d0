import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Professional, Staff } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/working-days";
import { architect, findAll, openOffice, seen, staff, submittedFiling } from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { approveFormally } from "./approve-formally";
import { readActualTimes } from "./actual-times";
import { holdFiling, releaseFiling } from "./hold-filing";
import { listReviewQueue } from "./list-review-queue";
import { requestInformation } from "./request-information";
import { viewMyFiling } from "./view-my-filing";
import { viewReceipt } from "./view-receipt";
import { viewRequest } from "./view-request";
import { viewStatus } from "./view-status";
import { withdrawFiling } from "./withdraw-filing";

beforeAll(openOffice);

let lee: Staff;
let filingId: string;
let reference: string;
let chan: Professional;

const at = (day: string, time = "10:00") => new Date(`${day}T${time}:00+08:00`);
const seenNow = () => seen(filingId);

beforeEach(async () => {
  lee = await staff("Lee Ka Fai", ["examine", "decide", "hold"]);
  const submitted = await submittedFiling();
  ({ filingId, reference } = submitted);
  chan = submitted.applicant;
});

const status = async (now: Date) => {
  const view = await viewStatus(chan, reference, now);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
};

async function askForThePermit(now: Date) {
  await findAll(lee, filingId, now, { "paper:travel_permit": "missing" });
  const asked = await requestInformation(
    lee,
    {
      ...(await seenNow()),
      outcome: "close_no_response",
      checks: ["paper:travel_permit"],
      texts: ["The back is missing."],
    },
    now,
  );
  if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
}

describe("a professional who waits", () => {
  test("sees who holds the filing, since when, and both promised days", async () => {
    const { filing, since } = await status(at("2026-11-25"));
    expect(since).toBe("2026-11-23");
    expect(filing.turn).toMatchObject({ owner: "authority", dueOn: "2026-11-30", day: 2, of: 5 });
    expect(filing.promise).toEqual({ acceptBy: "2026-11-30", decideBy: "2026-12-14", isProvisional: false });
  });

  test("sees every stop with its reason, and the promised day moved by it, wherever the day is named", async () => {
    await acceptFiling(lee, await seenNow(), at("2026-11-24"));
    expect((await status(at("2026-11-24"))).filing.promise?.decideBy).toBe("2026-12-08");

    await holdFiling(lee, { ...(await seenNow()), reason: "awaiting_outside_answer" }, at("2026-11-26"));
    const held = await status(at("2026-11-30"));
    expect(held.filing.promise).toBeNull();
    expect(held.filing.turn).toMatchObject({ owner: null, daysLeft: 8 });
    expect(held.stops).toEqual([
      { cause: "hold", from: "2026-11-26", until: null, days: 2, reasons: ["awaiting_outside_answer"] },
    ]);

    await releaseFiling(lee, await seenNow(), at("2026-12-01"));
    const { filing, stops, events, since } = await status(at("2026-12-02"));
    expect(filing.promise?.decideBy).toBe("2026-12-11");
    expect(stops).toMatchObject([{ until: "2026-12-01", days: 3 }]);
    expect(since).toBe("2026-12-01");
    expect(events.map(({ type, promised }) => [type, promised])).toEqual([
      ["filing_released", "2026-12-11"],
      ["filing_held", null],
      ["filing_accepted", "2026-12-08"],
      ["filing_submitted", "2026-12-14"],
    ]);

    const receipt = await viewReceipt(chan, reference, at("2026-12-02"));
    expect(receipt.ok && [receipt.value.promisedThen, receipt.value.filing.promise?.decideBy]).toEqual([
      "2026-12-14",
      "2026-12-11",
    ]);
    const mail = await database.mail.findFirstOrThrow({
      where: { accountId: chan.accountId, template: "filing_released" },
    });
    expect(mail.params).toMatchObject({ where: { sentence: "under_review", date: "2026-12-11", day: 2, of: 10 } });
    const { groups } = await listReviewQueue(
      lee,
      { lane: "mine", field: null, state: null, after: "" },
      at("2026-12-02"),
    );
    const line = groups.flatMap(({ rows }) => rows).find((row) => row.reference === reference);
    expect(line).toMatchObject({ dueOn: "2026-12-11", decideBy: null });
  });

  test("is told what an answer of the last day would mean, in the mail, on the page and in the queue alike", async () => {
    await acceptFiling(lee, await seenNow(), at("2026-11-24"));
    await askForThePermit(at("2026-11-26"));
    const { filing } = await status(at("2026-11-26"));
    expect(filing.turn).toMatchObject({ owner: "professional", dueOn: "2026-12-17" });
    expect(filing.promise).toEqual({ acceptBy: null, decideBy: "2026-12-30", isProvisional: false });
    const mail = await database.mail.findFirstOrThrow({
      where: { accountId: chan.accountId, template: "information_requested" },
    });
    expect(mail.params).toMatchObject({
      where: { sentence: "awaiting_applicant", date: "2026-12-17", promise: "after_answer", decideBy: "2026-12-30" },
    });
    const { groups } = await listReviewQueue(
      lee,
      { lane: "mine", field: null, state: null, after: "" },
      at("2026-11-26"),
    );
    expect(groups.flatMap(({ rows }) => rows).find((row) => row.reference === reference)).toMatchObject({
      dueOn: "2026-12-17",
      decideBy: "2026-12-30",
    });
  });

  test("has as many days to answer after a hold as before it, and is shown the day that counts", async () => {
    await acceptFiling(lee, await seenNow(), at("2026-11-24"));
    await askForThePermit(at("2026-11-26"));
    await holdFiling(lee, { ...(await seenNow()), reason: "awaiting_outside_answer" }, at("2026-11-27"));
    const held = await viewRequest(chan, reference, at("2026-12-18"));
    expect(held.ok && held.value.dueOn).toBeNull();
    await releaseFiling(lee, await seenNow(), at("2026-12-18"));
    const request = await viewRequest(chan, reference, at("2026-12-21"));
    expect(request.ok && request.value).toMatchObject({
      dueOn: "2027-01-07",
      filing: { turn: { isProvisional: true } },
    });
  });

  test("is promised nothing any more once it is decided", async () => {
    const view = await viewMyFiling(chan, reference, at("2026-11-24"));
    expect(view.ok && view.value.promise).not.toBeNull();
    await withdrawFiling(chan, await seenNow(), at("2026-11-25"));
    expect((await status(at("2026-11-25"))).filing.promise).toBeNull();
  });
});

describe("how long decisions really take", () => {
  /** A filing received on one day and approved on another. */
  async function decided(receivedOn: string, decidedOn: string) {
    ({ filingId } = await submittedFiling(at(receivedOn)));
    await acceptFiling(lee, await seenNow(), at(receivedOn, "11:00"));
    await findAll(lee, filingId, at(receivedOn, "12:00"));
    const approved = await approveFormally(lee, await seenNow(), at(decidedOn, "15:00"));
    if (!approved.ok) throw new Error(JSON.stringify(approved.refusal));
  }

  test("is said from the fifth decided filing of the last 90 days on, over the Mainland calendar", async () => {
    await decided("2026-09-18", "2026-09-20"); // a working Sunday: one working day
    await decided("2026-09-30", "2026-10-08"); // the holiday between: one
    await decided("2026-10-09", "2026-10-12"); // a working Saturday between: two
    await decided("2026-11-02", "2026-11-09"); // five
    expect(await readActualTimes(database, architect, "2026-11-23")).toBeNull();
    await decided("2026-11-09", "2026-11-23"); // ten
    const actual = { count: 5, median: 2, most: 10 };
    expect(await readActualTimes(database, architect, "2026-11-23")).toEqual(actual);
    // The first of them is too long ago from then on.
    expect(await readActualTimes(database, architect, addDays("2026-09-20", 89))).toEqual(actual);
    expect(await readActualTimes(database, architect, addDays("2026-09-20", 90))).toBeNull();

    // Kept, not taken: a count of the filings themselves says the same.
    const [taken] = await database.$queryRaw<{ tally: unknown; filings: unknown }[]>`
      SELECT (SELECT jsonb_object_agg("at", "n") FROM (SELECT "decided_on" || ' ' || "days" AS "at", sum("count") AS "n"
          FROM "decision_tally" GROUP BY 1) AS t) AS "tally",
        (SELECT jsonb_object_agg("at", "n") FROM (SELECT "decided_on" || ' ' || working_days_between("received_on", "decided_on") AS "at",
          count(*) AS "n" FROM "filing" WHERE "state" IN ('approved', 'refused') GROUP BY 1) AS f) AS "filings"`;
    expect(taken?.tally).toEqual(taken?.filings);
  });
});
