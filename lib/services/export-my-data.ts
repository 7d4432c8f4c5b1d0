import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { listConfirmations } from "@/lib/data/confirmations";
import { listConsentsOfPerson, listRequestsOf } from "@/lib/data/personal-data";
import { listDocumentsOf } from "@/lib/data/documents";
import { findFilingDates, listEventsOf, listFilingsOf } from "@/lib/data/filings";
import { listMailsOf } from "@/lib/data/mailbox";
import { listProceedingsOfPerson } from "@/lib/data/proceedings";
import { listSubmissions } from "@/lib/data/submissions";
import { listUnsent } from "@/lib/data/unsent-words";
import type { Professional } from "@/lib/domain/actor";
import { filingAddress } from "@/lib/domain/filing/address";
import { concernsHolder } from "@/lib/domain/registration/proceeding";
import { openedMessages } from "@/lib/services/view-case-messages";
import { findKeyOfPerson } from "@/lib/services/person-seal";
import { shownAnswers } from "@/lib/services/shown-answers";
import { openUnsent } from "@/lib/services/unsent-words";
import { viewAccount } from "@/lib/services/view-account";
import { viewDecision } from "@/lib/services/view-decision";
import { viewMyData } from "@/lib/services/view-my-data";
import { opened } from "@/lib/services/view-proceeding";

/** Everything held of one person, in plain values, for a file of their own. */
export type MyDataExport = Awaited<ReturnType<typeof compose>>;

/**
 * Everything on file of whoever asks, as one plain document; that it was taken is recorded. Identity numbers are masked in
 * it, since a file may be passed on; the papers themselves are fetched one by one where it says.
 */
export async function exportMyData(actor: Professional, format: "json" | "pdf", now: Date): Promise<MyDataExport> {
  const exported = await compose(actor, now);
  await transaction((db) =>
    appendAudit(db, { actor, action: "download_my_data", object: `person:${actor.personId}`, fields: [format] }),
  );
  return exported;
}

// As many as the database can count.
const all = 2 ** 31 - 1;

async function compose(actor: Professional, now: Date) {
  const [mine, account, lines, consents, mails, proceedings, key] = await Promise.all([
    viewMyData(actor, now, { looks: all, acts: all }),
    viewAccount(actor),
    listFilingsOf(database, actor.personId),
    listConsentsOfPerson(database, actor.personId),
    listMailsOf(database, actor.accountId, null, all),
    listProceedingsOfPerson(database, actor.personId),
    findKeyOfPerson(database, actor.personId),
  ]);
  const { profile, identities, digitalIdentities, registrations, bars, looks, acts, requests, kept } = mine;
  const filings = [];
  for (const line of lines) filings.push(await filingInFull(actor, line, consents, now));
  return {
    made_at: now.toISOString(),
    account: {
      email: profile.email,
      language: profile.locale,
      since: profile.since.toISOString(),
      sessions: account.sessions.map(({ device, since, lastSeen }) => ({
        device,
        since: since.toISOString(),
        last_seen: lastSeen.toISOString(),
      })),
      digital_identities: digitalIdentities.map(({ issuer, subject, since }) => ({
        issuer,
        subject,
        linked_at: since.toISOString(),
      })),
    },
    names: {
      in_chinese: profile.names.nameZh,
      surname: profile.names.surname,
      given_names: profile.names.givenNames,
    },
    former_names: {
      in_chinese: profile.formerNames.nameZh,
      surname: profile.formerNames.surname,
      given_names: profile.formerNames.givenNames,
    },
    identity_documents: identities.map(({ kind, number, issuingState, expiresOn }) => ({
      kind,
      number_masked: number,
      issuing_state: issuingState,
      expires_on: expiresOn,
    })),
    filings,
    registrations: registrations.map(({ number, entryCode, qualification, state, validFrom, validUntil }) => ({
      number,
      entry: entryCode,
      qualification,
      state,
      valid_from: validFrom,
      valid_until: validUntil,
    })),
    proceedings: proceedings.filter(concernsHolder).map((it) => ({
      registration: it.number,
      kind: it.kind,
      state: it.state,
      reason: it.reasonCode,
      proposed_at: it.proposedAt.toISOString(),
      proposed: opened(key, it.id, "words", it.words),
      effective_on: it.effectiveOn,
      until: it.untilOn,
      answered_at: it.answeredAt?.toISOString() ?? null,
      your_side: opened(key, it.id, "statement", it.statement),
      decided_at: it.decidedAt?.toISOString() ?? null,
      decision: opened(key, it.id, "note", it.note),
      holds_from: it.holdsFrom,
    })),
    bars: bars.map(({ field, reference, reasonCodes, from, until, liftedOn }) => ({
      field,
      refusal: reference,
      reasons: reasonCodes,
      from,
      until,
      lifted_on: liftedOn,
    })),
    messages: mails.map(({ template, createdAt, state }) => ({
      about: template,
      written_at: createdAt.toISOString(),
      state,
    })),
    looks_by_staff: looks.map(({ action, day, times, why, field, filing, evidenceKey, registration }) => ({
      what: action,
      day,
      times,
      reason: why,
      field,
      filing: filing && filingAddress(filing),
      paper: evidenceKey,
      registration,
    })),
    requests: requests.map(({ kind, state, subject, words, askedAt, dueOn, answeredAt, answer }) => ({
      kind,
      state,
      subject,
      words,
      asked_at: askedAt.toISOString(),
      due_on: dueOn,
      answered_at: answeredAt?.toISOString() ?? null,
      answer,
    })),
    own_acts: acts.map(({ action, at }) => ({ action, at: at.toISOString() })),
    must_stay: kept,
  };
}

/** What was typed into forms of a filing and not sent yet. */
async function unsentOf({ id, personId }: { id: string; personId: string }) {
  const [rows, key] = await Promise.all([listUnsent(database, id), findKeyOfPerson(database, personId)]);
  return rows.map((row) => ({ form: row.place, words: openUnsent(id, row, key), at: row.updatedAt.toISOString() }));
}

type Line = Awaited<ReturnType<typeof listFilingsOf>>[number];

async function filingInFull(
  actor: Professional,
  line: Line,
  consents: Awaited<ReturnType<typeof listConsentsOfPerson>>,
  now: Date,
) {
  const { id, reference, kind, state, entryCode, qualification } = line;
  const [{ answers }, documents, submissions, asked, confirmations, messages, events, dates, decision, unsent] =
    await Promise.all([
      shownAnswers(database, { id, personId: actor.personId }),
      listDocumentsOf(database, id),
      listSubmissions(database, id),
      listRequestsOf(database, id),
      listConfirmations(database, id),
      openedMessages({ id, personId: actor.personId }),
      listEventsOf(database, id),
      findFilingDates(database, id),
      viewDecision(actor, filingAddress(line), now),
      unsentOf({ id, personId: actor.personId }),
    ]);
  return {
    address: filingAddress(line),
    reference,
    kind,
    state,
    entry: entryCode,
    qualification,
    begun_at: dates.createdAt.toISOString(),
    submitted_at: dates.submittedAt?.toISOString() ?? null,
    answers,
    papers: documents.map((it) => ({
      paper: it.evidenceKey,
      part: it.half,
      place: it.place,
      file: it.displayName,
      type: it.mediaType,
      bytes: it.size,
      sha256: it.sha256,
      uploaded_at: it.uploadedAt.toISOString(),
      state: it.removedAt ? "removed" : it.replacedAt ? "replaced" : it.state,
      fetch_at: it.state === "stored" && !it.removedAt ? `/api/documents/${it.id}` : null,
    })),
    sent: submissions.map(({ round, hash, submittedAt }) => ({ round, sha256: hash, at: submittedAt.toISOString() })),
    asked: asked.map(({ round, sentAt, dueOn, answeredAt, items }) => ({
      round,
      sent_at: sentAt.toISOString(),
      due_on: dueOn,
      answered_at: answeredAt?.toISOString() ?? null,
      items,
    })),
    typed_and_not_sent: unsent,
    confirmations: confirmations.map((it) => ({
      of: it.subject.post,
      relation: it.relation,
      email: it.email,
      state: it.state,
      asked_at: it.sentAt.toISOString(),
      answered_at: it.answeredAt?.toISOString() ?? null,
      answer: it.answer,
      name: it.answeredName,
      position: it.answeredPosition,
      words: it.words,
    })),
    messages: messages.map(({ side, words, writtenAt, readAt }) => ({
      from: side,
      words,
      written_at: writtenAt.toISOString(),
      read_at: readAt?.toISOString() ?? null,
    })),
    decision: decision.ok
      ? {
          outcome: decision.value.outcome,
          decided_on: decision.value.decidedOn,
          reasons: decision.value.reasons.reasonCodes,
          words: decision.value.reasons.note,
          scope: decision.value.scope,
        }
      : null,
    consents: consents
      .filter(({ filingId }) => filingId === id)
      .map(({ purpose, textVersion, givenAt, withdrawnAt }) => ({
        purpose,
        text_version: textVersion,
        given_at: givenAt.toISOString(),
        withdrawn_at: withdrawnAt?.toISOString() ?? null,
      })),
    history: events.map(({ type, actorKind, at }) => ({ what: type, by: actorKind, at: at.toISOString() })),
  };
}
