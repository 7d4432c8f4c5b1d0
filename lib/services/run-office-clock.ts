import { database, transaction } from "@/lib/data/client";
import { listDueFilings, type DueFiling } from "@/lib/data/due-filings";
import { closeRequest } from "@/lib/data/requests";
import { removeUnsentObjections } from "@/lib/data/unsent-words";
import type { Clock } from "@/lib/domain/actor";
import { addDays, officeDay } from "@/lib/domain/calendar/working-days";
import { objectionDays } from "@/lib/domain/filing/objection";
import type { Action } from "@/lib/domain/filing/workflow";
import { ok } from "@/lib/domain/result";
import { advanceProceedings } from "@/lib/services/advance-proceedings";
import { endNotice } from "@/lib/services/end-notice";
import { publishDueVersions } from "@/lib/services/publish-version";
import { putBackSent } from "@/lib/services/put-back-sent";
import { requeueLeftBehind } from "@/lib/services/requeue-filings";
import { remindProfessionals } from "@/lib/services/remind-professionals";
import { settleRegistrations } from "@/lib/services/settle-registration";
import { takeStep } from "@/lib/services/take-step";
import { watchInsurance } from "@/lib/services/watch-insurance";

export const clockSteps = [
  "deem_accepted",
  "close_no_response",
  "decide_on_file",
  "end_hearing",
  "end_notice",
] as const;
export type ClockStep = (typeof clockSteps)[number] & Action;

/**
 * How often the clock took each of its steps, how many reminders it wrote, of how many registrations it wrote what their
 * dates say, and how many proceedings it moved.
 */
export type ClockRound = Record<ClockStep | "requeued" | "reminded" | "settled" | "proceedings", number>;

const clock: Clock = { kind: "clock" };
const pageSize = 200;

/**
 * Takes every step that fell due because a day has passed: each in a transaction of its own, and only while it is still
 * the filing's next step. Run twice, or by two at once, it does each step once.
 */
export async function runOfficeClock(now: Date): Promise<ClockRound> {
  const round: ClockRound = {
    deem_accepted: 0,
    close_no_response: 0,
    decide_on_file: 0,
    end_hearing: 0,
    end_notice: 0,
    requeued: 0,
    reminded: 0,
    settled: 0,
    proceedings: 0,
  };
  const today = officeDay(now);
  await publishDueVersions(now);

  for (let page = await listDueFilings(database, today, null, pageSize); page.length > 0;) {
    for (const filing of page) {
      const step = stepFor(filing);
      if (step && (await take(step, filing, now))) round[step] += 1;
    }
    const last = page.at(-1);
    page = last && page.length === pageSize ? await listDueFilings(database, today, last, pageSize) : [];
  }

  round.requeued = await requeueLeftBehind(now);
  round.reminded = await remindProfessionals(now);
  round.settled = await settleRegistrations(now);
  round.proceedings = await advanceProceedings(now);
  await watchInsurance(now);
  await removeUnsentObjections(database, addDays(today, -objectionDays));
  return round;
}

function stepFor({ state, outcome, unreached }: DueFiling): ClockStep | null {
  switch (state) {
    case "submitted":
      return "deem_accepted";
    case "awaiting_applicant":
      // Nobody loses a filing over a request that never reached them: staff see that the mail failed.
      return outcome === "close_no_response" && unreached ? null : outcome;
    case "hearing":
      return "end_hearing";
    case "public_notice":
      return "end_notice";
  }
}

async function take(action: ClockStep, { id: filingId, version }: DueFiling, now: Date): Promise<boolean> {
  if (action === "end_notice") return (await endNotice({ filingId, version }, now)).ok;

  const stepped = await transaction((db) =>
    takeStep(db, clock, { filingId, version, action }, now, async ({ row }) => {
      // The office decides on what it was sent, and the next answers are compared with that.
      if (action === "decide_on_file") await putBackSent(db, row, now);
      await closeRequest(db, filingId, "expired");
      return ok({});
    }),
  );
  return stepped.ok;
}
