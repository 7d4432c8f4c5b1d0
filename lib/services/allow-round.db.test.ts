import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import { answerAll, askAboutInstitution, askedFiling } from "@/prisma/testing/asked-filing";
import { monday, openOffice, seen, staff, type Submitted } from "@/prisma/testing/review-office";
import { allowRound } from "./allow-round";
import { viewExamination } from "./view-examination";
import { viewRequest } from "./view-request";
import { viewRounds } from "./view-rounds";
import { viewStatus } from "./view-status";

const reason = "The employer was taken over last week.";
const again = { reason: "new_fact" } as const;

let lee: Staff;
let ho: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide", "reverse"]);
});

/** A filing of which both usual requests were sent and answered. */
async function askedTwice(): Promise<Submitted> {
  const filing = await askedFiling(lee);
  await answerAll(filing);
  expect((await askAboutInstitution(lee, filing.filingId, again)).ok).toBe(true);
  await answerAll(filing);
  return filing;
}

const allow = async (actor: Staff, { filingId }: Submitted) =>
  allowRound(actor, { ...(await seen(filingId)), reason }, monday);
const ask = ({ filingId }: Submitted) => askAboutInstitution(lee, filingId, again);
const noneLeft = { refusal: { code: "unmet", condition: "rounds_left" } };

describe("a third request", () => {
  test("is sent once a supervisor allowed it, says that it is the last, and is followed by none", async () => {
    const filing = await askedTwice();
    expect(await ask(filing)).toMatchObject(noneLeft);
    expect((await allow(ho, filing)).ok).toBe(true);
    expect((await ask(filing)).ok).toBe(true);
    const request = await viewRequest(filing.applicant, filing.filingId, monday);
    expect(request.ok && request.value).toMatchObject({ round: 3, filing: { mostRounds: 3 } });
    const mails = await database.mail.findMany({
      where: { accountId: filing.applicant.accountId, template: "information_requested" },
    });
    expect(mails.map(({ params }) => (params as { isLast?: boolean }).isLast ?? false).sort()).toEqual([
      false,
      true,
      true,
    ]);

    await answerAll(filing);
    expect(await ask(filing)).toMatchObject(noneLeft);
    expect(await allow(ho, filing)).toMatchObject({ refusal: { code: "unmet", condition: "no_extra_round" } });
  });

  test("is allowed by nobody but a supervisor of the field, not before the second, and once", async () => {
    const filing = await askedFiling(lee);
    await answerAll(filing);
    expect(await allow(ho, filing)).toMatchObject({ refusal: { condition: "rounds_used" } });
    const twice = await askedTwice();
    expect(await allow(lee, twice)).toMatchObject({ refusal: { code: "forbidden" } });
    const elsewhere = await staff("Tam Chi Ho", ["examine", "reverse"], "tax");
    expect(await allow(elsewhere, twice)).toMatchObject({ refusal: { code: "not_found" } });
    const version = await seen(twice.filingId);
    const both = await Promise.all([1, 2].map(() => allowRound(ho, { ...version, reason }, monday)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.extraRound.count({ where: { filingId: twice.filingId } })).toBe(1);
  });

  test("is told to both in the exchange; why is read by the staff alone", async () => {
    const filing = await askedTwice();
    await allow(ho, filing);
    const examination = await viewExamination(lee, filing.reference, monday);
    expect(examination.ok && examination.value).toMatchObject({
      mostRounds: 3,
      extraRound: { at: monday, by: "Ho Mei Yee", reason },
    });

    const theirs = [
      await viewRounds(filing.applicant, filing.filingId, monday),
      await viewStatus(filing.applicant, filing.filingId, monday),
    ];
    expect(theirs[0]?.ok && theirs[0].value).toMatchObject({ extraRoundAt: monday });
    expect(theirs[1]?.ok && theirs[1].value).toMatchObject({
      events: [{ type: "extra_round_allowed" }, {}, {}, {}, {}, {}, {}],
    });
    expect(JSON.stringify(theirs)).not.toContain(reason);
    const events = await database.event.findMany({ where: { filingId: filing.filingId } });
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain(reason);
  });

  test("is refused by the database where nobody allowed it, and what was allowed stays as it is", async () => {
    const { filingId } = await askedTwice();
    const third = { filingId, state: "answered", outcome: "decide_on_file", sentById: lee.accountId } as const;
    const write = (round: number) =>
      database.request.create({ data: { ...third, round, sentAt: monday, dueOn: monday, answeredAt: monday } });
    await expect(write(3)).rejects.toThrow(/third/);
    await allowRound(ho, { ...(await seen(filingId)), reason }, monday);
    await expect(write(4)).rejects.toThrow(/request_rounds/);
    await expect(database.extraRound.deleteMany({ where: { filingId } })).rejects.toThrow();
  });
});
