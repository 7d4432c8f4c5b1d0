import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { database, transaction } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import {
  architect,
  completeDraft,
  filingNow,
  findAll,
  monday,
  openOffice,
  professional,
  staff,
  submittedFiling,
} from "@/prisma/testing/review-office";
import { startAppProcess, type AppProcess } from "@/prisma/testing/two-processes";
import { acceptFiling } from "./accept-filing";
import { proposeApproval } from "./propose-decision";
import { recordFinding } from "./record-finding";

const rounds = inject("rounds").races;

let lee: Staff;
let ho: Staff;
let yip: Staff;
let here: AppProcess;
let there: AppProcess;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide"]);
  yip = await staff("Yip Wai Yee", ["examine", "decide"]);
  [here, there] = await Promise.all([startAppProcess(), startAppProcess()]);
});

afterAll(() => {
  here.end();
  there.end();
});

async function examined(): Promise<string> {
  const { filingId } = await submittedFiling();
  await acceptFiling(lee, { filingId, version: 2 }, monday);
  await findAll(lee, filingId);
  return filingId;
}

/** Does a transaction of this database wait for a lock that another one holds? */
async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return waiting.length > 0;
}

async function approvalOf(filingId: string) {
  const { scopeEn, scopeZhHant, scopeZhHans } = await database.listEntryVersion.findFirstOrThrow({
    where: { entryCode: architect, state: "published" },
  });
  const { version } = await filingNow(filingId);
  return { filingId, version, scope_en: scopeEn, scope_zh_hant: scopeZhHant, scope_zh_hans: scopeZhHans, note: "" };
}

test(
  `of two officers who confirm at the same moment on two processes one decides, ${rounds} times`,
  { timeout: 600_000 },
  async () => {
    for (let round = 0; round < rounds; round++) {
      const filingId = await examined();
      expect((await proposeApproval(lee, await approvalOf(filingId), monday)).ok).toBe(true);
      const seen = { filingId, version: (await filingNow(filingId)).version, note: "" };

      const answers = await Promise.all([
        here.serve("confirmDecision", ho, seen, monday),
        there.serve("confirmDecision", yip, seen, monday),
      ]);

      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      // The other learns that the filing has gone on, and nothing that sounds like an accident.
      expect(answers.flatMap((it) => (it.ok ? [] : [it.refusal.code]))).toEqual(["wrong_status"]);
      expect(await database.certificate.count({ where: { registration: { filingId } } })).toBe(1);
      expect(await database.decision.count({ where: { filingId, stage: "confirmation" } })).toBe(1);
      expect(await database.registration.count({ where: { filingId } })).toBe(1);
      expect(await database.event.count({ where: { filingId, type: "filing_approved" } })).toBe(1);
      expect(
        await database.mail.count({ where: { dedupeKey: { startsWith: filingId }, template: "filing_approved" } }),
      ).toBe(1);
    }
  },
);

test("a decision that has to wait keeps nobody from taking another", { timeout: 60_000 }, async () => {
  const [waiting, free] = [await examined(), await examined()];
  const confirm = async (at: AppProcess, filingId: string) =>
    at.serve("confirmDecision", ho, { filingId, version: (await filingNow(filingId)).version, note: "" }, monday);
  for (const it of [waiting, free]) expect((await proposeApproval(lee, await approvalOf(it), monday)).ok).toBe(true);

  const { first } = await transaction(async (db) => {
    await db.$queryRaw`
      SELECT 1 FROM "person" WHERE "id" = (SELECT "person_id" FROM "filing" WHERE "id" = ${waiting}::uuid) FOR UPDATE`;
    const held = confirm(here, waiting);
    await vi.waitUntil(isSomebodyWaiting, 2_500);
    expect((await confirm(there, free)).ok).toBe(true);
    return { first: held };
  });
  expect((await first).ok).toBe(true);
});

test(
  `a submission sent five times at once over two processes is one filing, ${rounds} times`,
  { timeout: 600_000 },
  async () => {
    for (let round = 0; round < rounds; round++) {
      const applicant = await professional();
      const filingId = await completeDraft(applicant, monday);
      const sent = [here, there, here, there, here].map((at) =>
        at.serve("submitFiling", applicant, { filingId, version: 1 }, monday),
      );
      const answers = await Promise.all(sent);

      const { reference } = await database.filing.findUniqueOrThrow({ where: { id: filingId } });
      // Whoever clicks again is told the same as the first time.
      for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { reference } });
      expect(await database.event.count({ where: { filingId, type: "filing_submitted" } })).toBe(1);
      expect(await database.submission.count({ where: { filingId } })).toBe(1);
      expect(await database.mail.count({ where: { accountId: applicant.accountId } })).toBe(1);
    }
  },
);

test(
  "a finding recorded in the moment of a proposal is part of what was proposed, or voids it",
  { timeout: 120_000 },
  async () => {
    for (let round = 0; round < 10; round++) {
      const filingId = await examined();
      const finding = { filingId, check: "names", result: "not_met" as const, note: "Another name.", revision: 1 };
      const approval = await approvalOf(filingId);
      const [proposed, recorded] = await Promise.all([
        proposeApproval(lee, approval, monday),
        recordFinding(lee, finding, monday),
      ]);
      // Whoever was first shuts the other out: no approval stands on a check that is not met.
      expect([proposed.ok, recorded.ok]).toContain(true);
      const { state } = await filingNow(filingId);
      const names = await database.finding.findFirstOrThrow({
        where: { filingId, check: "names", superseded: false },
      });
      expect(state === "second_check" && names.result === "not_met").toBe(false);
    }
  },
);
