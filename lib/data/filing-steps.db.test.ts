import { beforeAll, expect, test } from "vitest";
import { filingStates, type FilingState } from "@/lib/domain/filing/filing";
import { actions, workflow, type Step } from "@/lib/domain/filing/workflow";
import { draftWithConsent } from "@/prisma/testing/papers-scene";
import { openOffice, professional } from "@/prisma/testing/review-office";
import { database, pool } from "./client";

beforeAll(openOffice);

/** From where a filing comes to each of the ends that may be taken back. */
const before: Partial<Record<FilingState, readonly FilingState[]>> = {
  refused: ["second_check"],
  closed_no_response: ["awaiting_applicant"],
  approved: ["under_review", "second_check", "public_notice"],
};

/** Where a step leads from a state: a supplement, back to where the request was sent from. */
function ends({ to }: Step, from: FilingState): readonly FilingState[] {
  if (to === "same") return [from];
  if (to === "ended_from") return before[from] ?? [];
  return to === "asked_from" ? workflow.request_information.from : [to];
}

/** Whether the database would let a filing go from one state to another; it stays where it is. */
async function letsGo(from: FilingState, to: FilingState): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query('UPDATE "any_filing" SET "state" = $2, "version" = 2 WHERE "state" = $1', [from, to]);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ constraint: "filing_step" });
    return false;
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test("the database lets a filing go wherever a step of the workflow leads, and nowhere else", async () => {
  // The rule alone, on a table without the other conditions that a filing has to meet in each state.
  await pool.query(`
    CREATE TABLE "any_filing" AS
      SELECT unnest(enum_range(NULL::"filing_state")) AS "state", false AS "held", 1 AS "version";
    CREATE TRIGGER "step" BEFORE UPDATE ON "any_filing" FOR EACH ROW EXECUTE FUNCTION "filing_step"()`);
  const steps = actions.flatMap((action) => {
    const step: Step = workflow[action];
    return step.from.flatMap((from) => ends(step, from).map((to) => `${from}>${to}`));
  });

  for (const from of filingStates) {
    const others = filingStates.filter((state) => state !== from);
    const reached = await Promise.all(others.map((to) => letsGo(from, to)));
    expect(others.filter((_, at) => reached[at])).toEqual(others.filter((to) => steps.includes(`${from}>${to}`)));
  }
});

test("nobody withdraws a draft behind the workflow's back", async () => {
  const id = await draftWithConsent(await professional());
  const withdraw = { state: "withdrawn", version: { increment: 1 } } as const;
  await expect(database.filing.update({ where: { id }, data: withdraw })).rejects.toThrow("no step leads from draft");

  // Nor where the step itself were let pass: what was never submitted has nothing to withdraw.
  await database.$executeRaw`ALTER TABLE "filing" DISABLE TRIGGER "filing_step"`;
  await expect(database.filing.update({ where: { id }, data: withdraw })).rejects.toThrow("filing_submitted_whole");
  await database.$executeRaw`ALTER TABLE "filing" ENABLE TRIGGER "filing_step"`;
});
