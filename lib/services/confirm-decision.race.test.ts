import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import {
  architect,
  filingNow,
  findAll,
  monday,
  openOffice,
  staff,
  submittedFiling,
} from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { confirmDecision } from "./confirm-decision";
import { proposeApproval } from "./propose-decision";
import { recordFinding } from "./record-finding";

const rounds = 50;

let lee: Staff;
let ho: Staff;
let yip: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide"]);
  yip = await staff("Yip Wai Yee", ["examine", "decide"]);
});

async function examined(): Promise<string> {
  const { filingId } = await submittedFiling();
  await acceptFiling(lee, { filingId, version: 2 }, monday);
  await findAll(lee, filingId);
  return filingId;
}

async function approvalOf(filingId: string) {
  const { scopeEn, scopeZhHant, scopeZhHans } = await database.listEntryVersion.findFirstOrThrow({
    where: { entryCode: architect, state: "published" },
  });
  const { version } = await filingNow(filingId);
  return { filingId, version, scope_en: scopeEn, scope_zh_hant: scopeZhHant, scope_zh_hans: scopeZhHans, note: "" };
}

test(`of two officers who confirm at the same moment one decides, ${rounds} times`, { timeout: 300_000 }, async () => {
  for (let round = 0; round < rounds; round++) {
    const filingId = await examined();
    expect((await proposeApproval(lee, await approvalOf(filingId), monday)).ok).toBe(true);
    const seen = { filingId, version: (await filingNow(filingId)).version, note: "" };

    const answers = await Promise.all([confirmDecision(ho, seen, monday), confirmDecision(yip, seen, monday)]);

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.decision.count({ where: { filingId, stage: "confirmation" } })).toBe(1);
    expect(await database.registration.count({ where: { filingId } })).toBe(1);
    expect(await database.event.count({ where: { filingId, type: "filing_approved" } })).toBe(1);
    expect(
      await database.mail.count({ where: { dedupeKey: { startsWith: filingId }, template: "filing_approved" } }),
    ).toBe(1);
  }
});

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
