import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/data/audit";
import { transaction, type Db } from "@/lib/data/client";
import {
  endConfirmation as end,
  insertConfirmation,
  listConfirmations,
  type ConfirmationSubject,
  type StoredConfirmation,
} from "@/lib/data/confirmations";
import { appendEvents } from "@/lib/data/events";
import { findFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { touchDraft } from "@/lib/data/filings";
import { localeColumn } from "@/lib/data/accounts";
import { queueMail } from "@/lib/data/mails";
import { takeAttempt } from "@/lib/data/rate-limits";
import type { Professional } from "@/lib/domain/actor";
import {
  isSamePost,
  mostAsked,
  takesConfirmations,
  warningsOf,
  type ConfirmationEvent,
} from "@/lib/domain/confirmation/confirmation";
import { endOfLink, lastDayOf } from "@/lib/domain/confirmation/link-days";
import type { AskConfirmationInput, EndConfirmationInput } from "@/lib/domain/confirmation/schema";
import { filingAddress } from "@/lib/domain/filing/address";
import { displayName, fullName } from "@/lib/domain/person/names";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { linkHash, linkToken } from "@/lib/ports/links";
import { jobsOf, namesOf } from "@/lib/services/named-posts";

// Nobody's mailbox is filled for the asking.
const mailsToOneAddress = { name: "confirmation-mail", points: 5, seconds: 24 * 60 * 60 };

export type AskedConfirmation = { address: string };

/** Asks an employer or referee about one post, by a mailed link. An earlier link to the same post works no more. */
export async function askConfirmation(
  actor: Professional,
  input: AskConfirmationInput,
  now: Date,
): Promise<Result<AskedConfirmation>> {
  const known = await transaction((db) => subjectOf(db, actor, input));
  if (!known.ok) return known;
  if (!(await takeAttempt(mailsToOneAddress, input.email))) return refuse({ code: "too_many_requests" });

  return transaction(async (db) => {
    // What was true before the attempt was counted is asked again under the lock.
    const asked = await subjectOf(db, actor, input);
    if (!asked.ok) return asked;
    const { row, subject } = asked.value;
    const earlier = await listConfirmations(db, row.id);
    if (earlier.length >= mostAsked) return refuse({ code: "too_many_requests" });

    for (const open of earlier.filter((it) => it.state === "sent" && isSamePost(it.subject.post, subject.post))) {
      await end(db, open.id, open.email === input.email ? "asked_again" : "cancelled");
    }
    await send(db, actor, { ...input, row, subject }, now);
    return ok({ address: filingAddress(row) });
  });
}

/** Takes a link back that was not used: it works no more. */
export function endConfirmation(
  actor: Professional,
  { filingId, confirmationId }: EndConfirmationInput,
  now: Date,
): Promise<Result<AskedConfirmation>> {
  return transaction(async (db) => {
    const mine = await mineToAsk(db, actor, filingId);
    if (!mine.ok) return mine;
    const open = (await listConfirmations(db, filingId)).find(({ id }) => id === confirmationId);
    if (!open) return refuse({ code: "not_found" });
    if (!(await end(db, open.id, "cancelled"))) return refuse({ code: "wrong_status" });
    await note(db, actor, { row: mine.value, type: "confirmation_taken_back", open: open.id, fields: [] }, now);
    return ok({ address: filingAddress(mine.value) });
  });
}

type Subject = { row: FilingRow; subject: ConfirmationSubject };

async function subjectOf(db: Db, actor: Professional, input: AskConfirmationInput): Promise<Result<Subject>> {
  const mine = await mineToAsk(db, actor, input.filingId);
  if (!mine.ok) return mine;
  const row = mine.value;
  const { jobs, revision } = jobsOf(row);
  const post = jobs[input.at];
  if (revision !== input.seen || !post) return refuse({ code: "stale" });
  const names = namesOf(row);
  return names ? ok({ row, subject: { names, post } }) : refuse({ code: "unmet", condition: "names_first" });
}

/** One's own filing, locked, where somebody may be asked now. */
async function mineToAsk(db: Db, actor: Professional, filingId: string): Promise<Result<FilingRow>> {
  const row = await findFilingFacts(db, filingId);
  if (row?.personId !== actor.personId) return refuse({ code: "not_found" });
  if (!takesConfirmations(row.state)) return refuse({ code: "wrong_status" });
  return row.held ? refuse({ code: "unmet", condition: "not_held" }) : ok(row);
}

async function send(db: Db, actor: Professional, asked: AskConfirmationInput & Subject, now: Date): Promise<void> {
  const { row, subject, email, relation, locale } = asked;
  const id = randomUUID();
  const expiresAt = endOfLink(wallTime());
  await insertConfirmation(db, {
    id,
    filingId: row.id,
    relation,
    email,
    locale,
    warnings: warningsOf(email, actor.email),
    subject,
    tokenHash: linkHash(linkToken("confirmation", id)),
    sentAt: now,
    expiresAt,
  });
  await queueMail(db, {
    dedupeKey: `confirmation:${id}`,
    email,
    locale: localeColumn[locale],
    template: "confirmation_asked",
    // The link is made when the mail is written: the secret stands nowhere in the database.
    params: {
      confirmationId: id,
      name: nameIn(subject),
      employer: subject.post.employer,
      dueOn: lastDayOf(expiresAt),
    },
    at: now,
  });
  await touchDraft(db, row.id, now);
  await note(db, actor, { row, type: "confirmation_asked", open: id, fields: ["email", "jobs"] }, now);
}

const nameIn = ({ names }: ConfirmationSubject) => {
  const { chinese, latin } = displayName(names);
  return [chinese, latin].filter(Boolean).join(" ") || fullName(names);
};

type Noted = { row: FilingRow; type: ConfirmationEvent; open: StoredConfirmation["id"]; fields: string[] };

// A draft is nobody's business yet, and goes without a trace when it is deleted.
async function note(db: Db, actor: Professional, { row, type, open, fields }: Noted, now: Date): Promise<void> {
  if (row.state !== "draft") {
    await appendEvents(db, [{ type, filingId: row.id, actor, at: now, payload: { confirmation: open } }]);
  }
  await appendAudit(db, { actor, action: type, object: `filing:${row.id}`, fields });
}
