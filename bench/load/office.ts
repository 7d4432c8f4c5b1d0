import { randomUUID } from "node:crypto";
import type { Request } from "autocannon";
import { listAnswers } from "@/lib/data/answers";
import { database, pool } from "@/lib/data/client";
import { listQueue } from "@/lib/data/queue";
import { queueStates } from "@/lib/domain/filing/filing";
import { writeCursor } from "@/lib/domain/filing/queue";
import { markOf } from "@/lib/services/save-answers";
import { benchPassword } from "@/bench/office";
import { form, posting, signIn, type App, type Cookie } from "./browser";

export type People = {
  reviewer: Cookie;
  administrator: Cookie;
  deciders: Cookie[];
  professionals: Map<string, Cookie>;
};

/** Counts every attempt and reaches no limit: thirty people do here what is meant for thousands. */
export async function liftLimits(): Promise<void> {
  await pool.query(`
    CREATE FUNCTION bench.always_the_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.points := 1; RETURN NEW; END $$;
    CREATE TRIGGER always_the_first BEFORE INSERT OR UPDATE ON rate_limit FOR EACH ROW EXECUTE FUNCTION bench.always_the_first()`);
}

/** Signs everybody in who acts in the bench, each through the door with a password. */
export async function signEverybodyIn(app: App): Promise<People> {
  const staff = (n: number) => signIn(app, `staff-${n}@bench.example`, benchPassword, mailedCode);
  const deciders = await Promise.all(Array.from({ length: 10 }, (_, at) => staff(41 + at)));
  const { rows } = await pool.query<{ id: string; email: string }>(
    "SELECT person_id AS id, email FROM account WHERE password_hash IS NOT NULL AND kind = 'professional'",
  );
  const professionals = await Promise.all(
    rows.map(async ({ id, email }) => [id, await signIn(app, email, benchPassword, mailedCode)] as const),
  );
  return { reviewer: await staff(1), administrator: await staff(51), deciders, professionals: new Map(professionals) };
}

/** The code that was mailed to somebody whose device is not known yet. */
async function mailedCode(email: string): Promise<string> {
  const { rows } = await pool.query<{ code: string }>(
    "SELECT params->>'code' AS code FROM mail WHERE email = $1 AND template = 'sign_in_code' ORDER BY dedupe_key DESC LIMIT 1",
    [email],
  );
  if (!rows[0]) throw new Error(`No code was mailed to ${email}.`);
  return rows[0].code;
}

type Stock = { id: string; reference: string; version: number; person: string };

async function stockOf(which: "draft" | "check"): Promise<Stock[]> {
  const { rows } = await pool.query<Stock>(
    `SELECT f.id, f.reference, f.version, f.person_id AS person FROM bench.stock s JOIN filing f ON f.id = s.id WHERE s.stock = $1 ORDER BY s.i`,
    [which],
  );
  return rows;
}

/** Where page 200 of everybody's queue begins for the reviewer, or the last full page of what lies with the office. */
export async function farInTheQueue(): Promise<{ page: number; cursor: string }> {
  const rows = await listQueue(
    database,
    { fields: ["construction", "planning"], states: queueStates, reviewerId: null, notOf: null, dueBefore: null },
    { after: null, limit: 200 * 25 },
  );
  const ours = rows.filter(({ part }) => part === "ours");
  const page = Math.floor(ours.length / 25);
  const last = ours[(page - 1) * 25 - 1];
  if (!last) throw new Error("The queue has one page only.");
  return { page, cursor: writeCursor(last) };
}

/** Something of every kind to look at. */
export async function findSights(): Promise<{ codes: string[]; examined: string[] }> {
  const codes = await pool.query<{ code: string }>("SELECT code FROM certificate ORDER BY md5(code) LIMIT 200");
  const examined = await pool.query<{ reference: string }>(
    `SELECT reference FROM filing WHERE state = 'under_review' AND field_code IN ('construction', 'planning') ORDER BY md5(reference) LIMIT 50`,
  );
  return { codes: codes.rows.map(({ code }) => code), examined: examined.rows.map(({ reference }) => reference) };
}

/** One answer of each draft, changed; `again` gives other answers from the same open windows. */
export async function prepareSaves(
  app: App,
  { professionals }: People,
): Promise<{ first: Request[]; again: Request[] }> {
  const drafts = await stockOf("draft");
  const cookieOf = ({ person }: Stock) => professionals.get(person) ?? "";
  const [one] = drafts;
  if (!one) throw new Error("There is no draft.");
  const contact = await form(app, `/en/filings/${one.id}/contact`, "mobile", cookieOf(one));
  const windows: { draft: Stock; window: Record<string, string> }[] = [];
  for (const draft of drafts) {
    const seen = markOf(["mobile", "in_baseline"], await listAnswers(database, draft.id));
    windows.push({ draft, window: { filingId: draft.id, form: randomUUID(), seen, in_baseline: "no" } });
  }
  const saves = (area: number) =>
    windows.map(({ draft, window }, at) => {
      const filled = { ...window, mobile: `+852 5${area} ${1000 + at}`, idempotencyKey: randomUUID() };
      return posting(app, { ...contact, path: `/en/filings/${draft.id}/contact` }, filled, cookieOf(draft));
    });
  return { first: saves(100), again: [...saves(200), ...saves(300)].slice(0, 1000) };
}

/** Each draft, sent in. */
export async function prepareSubmits(app: App, { professionals }: People): Promise<Request[]> {
  const drafts = await stockOf("draft");
  const cookieOf = ({ person }: Stock) => professionals.get(person) ?? "";
  const [one] = drafts;
  if (!one) throw new Error("There is no draft.");
  const check = await form(app, `/en/filings/${one.id}/check`, "filingId", cookieOf(one));
  return drafts.map((draft) => {
    const filled = { filingId: draft.id, version: String(draft.version), idempotencyKey: randomUUID() };
    return posting(app, { ...check, path: `/en/filings/${draft.id}/check` }, filled, cookieOf(draft));
  });
}

/** Each proposal, confirmed by one of the ten who may. */
export async function prepareDecisions(app: App, { deciders }: People): Promise<Request[]> {
  const proposals = await stockOf("check");
  const [one] = proposals;
  if (!one) throw new Error("There is no proposal.");
  const confirm = await form(app, `/en/review/${one.reference}/second-check`, "note", deciders[0]);
  return proposals.map(({ id, reference, version }, at) => {
    const filled = { filingId: id, version: String(version), note: "", idempotencyKey: randomUUID() };
    return posting(
      app,
      { ...confirm, path: `/en/review/${reference}/second-check` },
      filled,
      deciders[at % deciders.length],
    );
  });
}

/** How many of the stock stand in a state now. */
export async function countMoved(which: "draft" | "check", state: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM bench.stock s JOIN filing f ON f.id = s.id WHERE s.stock = $1 AND f.state = $2",
    [which, state],
  );
  return rows[0]?.count ?? 0;
}
