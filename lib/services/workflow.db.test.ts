import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { setStatus } from "@/lib/data/staff";
import type { Professional, Staff } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { checksFor } from "@/lib/domain/filing/checks";
import { refuse, type Result } from "@/lib/domain/result";
import { acceptFiling } from "@/lib/services/accept-filing";
import { answerHearing } from "@/lib/services/answer-hearing";
import { allowRound } from "@/lib/services/allow-round";
import { approveFormally } from "@/lib/services/approve-formally";
import { confirmDecision } from "@/lib/services/confirm-decision";
import { declineAcceptance } from "@/lib/services/decline-acceptance";
import { extendAnswer } from "@/lib/services/extend-answer";
import { holdFiling, releaseFiling } from "@/lib/services/hold-filing";
import { objectToRefusal } from "@/lib/services/object-to-refusal";
import { proposeApproval, proposeRefusal } from "@/lib/services/propose-decision";
import { reassignFilings } from "@/lib/services/reassign-filings";
import { recordFinding } from "@/lib/services/record-finding";
import { dropReopening, proposeReopening, reopenFiling } from "@/lib/services/reopen-filing";
import { requestInformation } from "@/lib/services/request-information";
import { requeueFilingsOf } from "@/lib/services/requeue-filings";
import { returnProposal } from "@/lib/services/return-proposal";
import { runOfficeClock } from "@/lib/services/run-office-clock";
import { submitFiling } from "@/lib/services/submit-filing";
import { answerItem, supplementFiling } from "@/lib/services/supplement-filing";
import { takeOverFiling } from "@/lib/services/take-over-filing";
import { withdrawFiling } from "@/lib/services/withdraw-filing";
import {
  architect,
  completeDraft,
  field,
  monday,
  openOffice,
  professional,
  staff,
} from "@/prisma/testing/review-office";
import {
  commands,
  draft,
  expectation,
  type Command,
  type Deed,
  type Model,
  type Who,
} from "@/prisma/testing/workflow-model";

const { sequences } = inject("rounds");
const seed = inject("seed");

let people: { stranger: Professional; lee: Staff; ho: Staff; kwok: Staff; tam: Staff };
const scope = { scope_en: "Design", scope_zh_hant: "設計", scope_zh_hans: "设计" };

beforeAll(async () => {
  await openOffice();
  people = {
    stranger: await professional("黃小玲"),
    lee: await staff("Lee", ["examine", "decide"]),
    ho: await staff("Ho", ["examine", "decide", "hold", "reverse"]),
    kwok: await staff("Kwok", ["reverse"]),
    tam: await staff("Tam", ["examine", "decide", "hold"], "tax"),
  };
});

const reached = new Map<string, number>();
afterAll(() => {
  console.log(`Workflow walked with SEED=${seed}: ${JSON.stringify(Object.fromEntries([...reached].sort()))}`);
});

test(
  `whatever six people and the clock do to a filing, it lives as the office expects (SEED=${seed})`,
  { timeout: 1_200_000 },
  async () => {
    const who = fc.constantFrom<Who>("applicant", "applicant", "stranger", "lee", "lee", "ho", "ho", "kwok", "tam");
    const deed = fc.record({ who, command: fc.constantFrom(...commands), luck: fc.nat(99), pick: fc.nat(1_000_000) });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 16 }), async (deeds) => {
        const walk = await beginWalk();
        for (const { who: actor, command, luck, pick } of deeds) {
          // Most deeds are made from what may be done, so that sequences reach the end of a filing's life.
          const [by, what] = luck < 70 ? chosen(walk.model, pick, [actor, command]) : ([actor, command] as const);
          await walk.take(by, what);
        }
        await walk.compareTrails();
        await walk.end();
      }),
      { numRuns: sequences, seed, endOnFailure: true },
    );
  },
);

/** One of the deeds that lead on from here, or the one that was drawn. */
function chosen(model: Model, pick: number, drawn: readonly [Who, Command]): readonly [Who, Command] {
  const everybody: Who[] = ["applicant", "lee", "ho", "kwok"];
  const legal = everybody.flatMap((who) =>
    commands.flatMap((command) => {
      const isSeldom =
        command === "withdraw" ||
        command === "decline" ||
        command === "let_time_pass" ||
        command === "tick" ||
        command === "leave" ||
        command === "take_over" ||
        command === "drop_reopening" ||
        command === "hand_over";
      const leadsOn = "now" in expectation(model, who, command);
      return leadsOn && !(isSeldom && pick % 8 > 0) ? [[who, command] as const] : [];
    }),
  );
  return legal[pick % legal.length] ?? drawn;
}

let walks = 0;
async function beginWalk() {
  const applicant = await professional();
  // Nobody is called like anybody else: whoever looks alike is ruled on elsewhere.
  const filingId = await completeDraft(applicant, monday, { name_zh: `陳${String.fromCodePoint(0x4e00 + ++walks)}` });
  const actors = { ...people, applicant };
  let model: Model = draft;
  let now = monday;

  async function take(who: Who, command: Command): Promise<void> {
    const expected = expectation(model, who, command);
    const before = await read(filingId);
    if (command === "let_time_pass") now = new Date(`${addDays(officeDay(now), 60)}T02:00:00Z`);
    else if (command === "tick") await runOfficeClock(now);
    else if (command === "leave") await leave(before.reviewerId, now);
    else {
      const result = await deeds[command](actors[who as keyof typeof actors] as never, before, now);
      const told = result.ok ? "done" : result.refusal.code;
      expect(`${model.state}: ${who} ${command}: ${told}`).toBe(
        `${model.state}: ${who} ${command}: ${"now" in expected ? "done" : expected.refused}`,
      );
    }
    if ("now" in expected) {
      const key = `${model.state} → ${command}`;
      reached.set(key, (reached.get(key) ?? 0) + 1);
      model = expected.now;
    }
    const after = await read(filingId);
    expect({ state: after.state, held: after.held, version: after.version }).toEqual({
      state: model.state,
      held: model.held,
      version: model.steps + 1,
    });
  }

  /** Events, mails, snapshots, decisions and registrations are as many as the steps that were taken. */
  async function compareTrails(): Promise<void> {
    const ofPerson = { personId: applicant.personId };
    const [steps, registrations, certificates, standing, twice] = await Promise.all([
      database.event.count({ where: { filingId, registrationId: null } }),
      database.registration.count({ where: ofPerson }),
      database.certificate.count({ where: { registration: ofPerson } }),
      database.registration.count({ where: { filingId, state: "in_force" } }),
      database.mail.groupBy({
        by: ["dedupeKey"],
        where: { accountId: applicant.accountId },
        having: { dedupeKey: { _count: { gt: 1 } } },
      }),
    ]);
    expect({ steps, registrations, certificates, standing, twice }).toEqual({
      steps: model.steps,
      registrations: model.registered,
      certificates: model.registered,
      standing: model.state === "approved" ? 1 : 0,
      twice: [],
    });
  }

  /** Leaves nothing behind that a later walk's clock would act on. */
  async function end(): Promise<void> {
    await withdrawFiling(applicant, seen(await read(filingId)), now);
  }

  return {
    take,
    compareTrails,
    end,
    get model() {
      return model;
    },
  };
}

type Seen = Awaited<ReturnType<typeof read>>;
function read(id: string) {
  return database.filing.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      state: true,
      held: true,
      version: true,
      reviewerId: true,
      entryVersion: { select: { evidence: true } },
      findings: { where: { superseded: false }, select: { check: true, result: true, revision: true } },
      reopenings: { where: { state: "proposed" }, select: { id: true } },
      requests: { select: { state: true, items: { select: { id: true } } } },
    },
  });
}

/** Somebody is archived with whatever they hold, and is back at once. */
async function leave(id: string | null, now: Date): Promise<void> {
  if (id === null) return;
  await transaction(async (db) => {
    await setStatus(db, id, "disabled");
    await requeueFilingsOf(db, id, now);
    await setStatus(db, id, "active");
  });
}

const seen = ({ id: filingId, version }: Seen) => ({ filingId, version });
const wished = (it: Seen) => ({ ...seen(it), reopeningId: it.reopenings[0]?.id ?? it.id });
const rulesOf = (it: Seen) => ({
  code: architect,
  field,
  evidence: it.entryVersion?.evidence ?? [],
  experienceYears: null,
  cleanRecordYears: null,
});

/** One finding goes through the service; when it may, the others of the list follow it. */
async function find(actor: Staff, it: Seen, result: "met" | "missing", now: Date): Promise<Result<unknown>> {
  const [first, ...others] = checksFor(rulesOf(it)).map(({ key }) => key);
  const revision = it.findings.find(({ check }) => check === first)?.revision ?? 0;
  const recorded = await recordFinding(
    actor,
    { filingId: it.id, check: first ?? "names", result, note: "", revision },
    now,
  );
  if (!recorded.ok) return recorded;
  const rest = { filingId: it.id, check: { in: others }, superseded: false };
  await database.finding.updateMany({ where: rest, data: { superseded: true } });
  const found = {
    filingId: it.id,
    revision: revision + 1,
    result: "met" as const,
    note: "",
    accountId: actor.accountId,
    foundAt: now,
  };
  await database.finding.createMany({ data: others.map((check) => ({ ...found, check })) });
  return recorded;
}

const deeds: Record<Deed, (actor: never, it: Seen, now: Date) => Promise<Result<unknown>>> = {
  submit: (actor: Professional, it, now) => submitFiling(actor, seen(it), now),
  accept: (actor: Staff, it, now) => acceptFiling(actor, seen(it), now),
  decline: (actor: Staff, it, now) =>
    declineAcceptance(actor, { ...seen(it), reasons: ["not_on_list"], note: "Not on the list." }, now),
  extend: (actor: Professional, it, now) => extendAnswer(actor, { ...seen(it), days: 5 }, now),
  take_over: (actor: Staff, it, now) => takeOverFiling(actor, seen(it), now),
  hand_over: (actor: Staff, it, now) => {
    const to = (it.reviewerId === people.lee.accountId ? people.ho : people.lee).accountId;
    const filings = [{ id: it.id, version: it.version }];
    return reassignFilings(actor, { filings, to, reason: "too_much_in_hand" }, now);
  },
  find_met: (actor: Staff, it, now) => find(actor, it, "met", now),
  find_missing: (actor: Staff, it, now) => find(actor, it, "missing", now),
  request: (actor: Staff, it, now) => {
    const missing = it.findings.filter(({ result }) => result === "missing").map(({ check }) => check);
    const checks = missing.length > 0 ? missing : ["names"];
    const again = it.requests.length > 0 && ({ reason: "new_fact" } as const);
    return requestInformation(
      actor,
      { ...seen(it), outcome: "close_no_response", ...again, checks, texts: checks.map(() => "Say more.") },
      now,
    );
  },
  allow_more: (actor: Staff, it, now) => allowRound(actor, { ...seen(it), reason: "One fact is new." }, now),
  answer_items: async (actor: Professional, it, now) => {
    const items = it.requests.find(({ state }) => state === "sent")?.items ?? [{ id: it.id }];
    let result: Result<unknown> = refuse({ code: "not_found" });
    for (const { id: itemId } of items)
      result = await answerItem(actor, { filingId: it.id, itemId, answer: "Here it is." }, now);
    return result;
  },
  supplement: (actor: Professional, it, now) => supplementFiling(actor, seen(it), now),
  propose_approval: (actor: Staff, it, now) =>
    proposeApproval(actor, { ...seen(it), ...scope, note: "In order." }, now),
  propose_refusal: (actor: Staff, it, now) =>
    proposeRefusal(actor, { ...seen(it), reasons: ["papers_not_proven"], note: "Not proven." }, now),
  answer_hearing: (actor: Professional, it, now) =>
    answerHearing(actor, { ...seen(it), statement: "I disagree." }, now),
  return: (actor: Staff, it, now) =>
    returnProposal(actor, { ...seen(it), reasons: ["check_again"], note: "Look again." }, now),
  object: (actor: Professional, it, now) => objectToRefusal(actor, { ...seen(it), grounds: "It is proven." }, now),
  confirm: (actor: Staff, it, now) => confirmDecision(actor, { ...seen(it), note: "" }, now),
  approve_formal: (actor: Staff, it, now) => approveFormally(actor, seen(it), now),
  hold: (actor: Staff, it, now) => holdFiling(actor, { ...seen(it), reason: "under_investigation" }, now),
  release: (actor: Staff, it, now) => releaseFiling(actor, seen(it), now),
  withdraw: (actor: Professional, it, now) => withdrawFiling(actor, seen(it), now),
  ask_to_reopen: (actor: Staff, it, now) =>
    proposeReopening(actor, { ...seen(it), reason: "fact_overlooked", words: "Page 2 was not read." }, now),
  drop_reopening: (actor: Staff, it, now) => dropReopening(actor, wished(it), now),
  reopen: (actor: Staff, it, now) => reopenFiling(actor, wished(it), now),
};
