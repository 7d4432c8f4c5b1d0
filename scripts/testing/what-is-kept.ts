import type pg from "pg";
import { findBrokenTrail } from "@/prisma/testing/trails";
import type { Known } from "./filing-client";

/** One filing as it stands in the database, with what belongs to its submission counted. */
type Kept = {
  id: string;
  state: string;
  reference: string | null;
  pinned: boolean;
  institution: number;
  position: number;
  submissions: number;
  events: number;
  mails: number;
  audits: number;
  /** The event names the snapshot that is there. */
  agree: boolean;
};

const filings = `
  SELECT f.id, f.state::text, f.reference, f.entry_version_id IS NOT NULL AND f.submitted_at IS NOT NULL AND f.received_on IS NOT NULL AS pinned,
    (SELECT coalesce(substring(value #>> '{}' FROM '\\d+$')::int, 0) FROM answer WHERE filing_id = f.id AND question = 'institution_name') AS institution,
    (SELECT coalesce(substring(value #>> '{}' FROM '\\d+$')::int, 0) FROM answer WHERE filing_id = f.id AND question = 'position') AS position,
    (SELECT count(*)::int FROM submission WHERE filing_id = f.id) AS submissions,
    (SELECT count(*)::int FROM event WHERE filing_id = f.id AND type = 'filing_submitted') AS events,
    (SELECT count(*)::int FROM mail WHERE template = 'filing_submitted' AND params ->> 'filingId' = f.id::text) AS mails,
    (SELECT count(*)::int FROM audit_entry WHERE action = 'submit' AND object = 'filing:' || f.id) AS audits,
    EXISTS (SELECT 1 FROM event e JOIN submission s ON s.filing_id = e.filing_id AND s.hash = e.payload ->> 'submission'
      WHERE e.filing_id = f.id AND e.type = 'filing_submitted') AS agree
  FROM filing f`;

/** Everything that was lost, half written or done unasked, a sentence each. */
export async function findFaults(client: pg.Client, known: ReadonlyMap<string, Known>): Promise<string[]> {
  const { rows } = await client.query<Kept>(filings);
  const there = new Map(rows.map((kept) => [kept.id, kept]));
  const missing = [...known.keys()].filter((id) => !there.has(id)).map((id) => `${id} is gone`);
  const faults = rows.flatMap((kept) =>
    faultsOf(kept, known.get(kept.id)).map((fault) => `${kept.id} ${fault}: ${JSON.stringify(kept)}`),
  );
  const trails = [await findBrokenTrail(client, "event"), await findBrokenTrail(client, "audit_entry")];
  return [...missing, ...faults, ...trails.filter((broken) => broken !== null)];
}

function faultsOf(kept: Kept, known: Known = { saved: 0, submitted: null, sent: null }): string[] {
  const mayBe = [known.saved, ...(known.sent && known.sent !== "submit" ? [known.sent.save] : [])];
  const parts = [kept.submissions, kept.events, kept.mails, kept.audits];
  const isWhole = parts.every((count) => count === 1) && kept.pinned && kept.agree && kept.reference !== null;
  const isDraft = parts.every((count) => count === 0) && !kept.pinned && kept.reference === null;
  const found = {
    "has answers of two forms": kept.institution !== kept.position,
    // What came with the draft has no number; only an answer that was sent has.
    "lost what was saved": known.saved > 0 && !mayBe.includes(kept.institution),
    "lost its submission": known.submitted !== null && known.submitted !== kept.reference,
    "was submitted by nobody": kept.state === "submitted" && known.submitted === null && known.sent !== "submit",
    "is half submitted": kept.state === "submitted" ? !isWhole : kept.state !== "draft" || !isDraft,
  };
  return Object.entries(found).flatMap(([fault, isSo]) => (isSo ? [fault] : []));
}
