import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { insertConsent } from "@/lib/data/consents";
import { dayColumn } from "@/lib/data/days";
import { insertDraft } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { filingReference } from "@/lib/domain/codes/references";
import { attachDocument, type AttachInput } from "@/lib/services/attach-document";
import { architect, field, monday } from "@/prisma/testing/review-office";
import { pdf } from "@/prisma/testing/corpus";

/** A draft whose author has agreed that identity papers are kept. */
export async function draftWithConsent(author: Professional, hasConsent = true): Promise<string> {
  const { personId } = author;
  return transaction(async (db) => {
    const filingId = await insertDraft(db, {
      personId,
      entryCode: architect,
      fieldCode: field,
      kind: "first",
      at: monday,
    });
    if (!filingId) throw new Error("The person has an open filing already.");
    if (hasConsent) {
      const consent = {
        personId,
        filingId,
        purpose: "identity_papers",
        textVersion: 1,
        locale: "en",
        givenAt: monday,
      } as const;
      await insertConsent(db, consent);
    }
    return filingId;
  });
}

/** Attaches a paper that nothing is wrong with, or what is given. */
export async function attach(
  author: Professional,
  filingId: string,
  differing: Partial<AttachInput> = {},
  now = monday,
) {
  const input = {
    filingId,
    evidenceKey: "registration_certificate",
    name: "certificate.pdf",
    content: pdf(),
    ...differing,
  };
  const attached = await attachDocument(author, input, now);
  if (!attached.ok) throw new Error(JSON.stringify(attached.refusal));
  return attached.value.documentId;
}

let sent = 0;

/** Brings the filing to the office; what else a submission asks for is not the papers' business. */
export async function send(author: Professional, filingId: string, now: Date): Promise<void> {
  const { id: entryVersionId } = await database.listEntryVersion.findFirstOrThrow({
    where: { entryCode: architect, state: "published" },
    select: { id: true },
  });
  const { submissions, state } = await database.filing.findUniqueOrThrow({
    where: { id: filingId },
    select: { state: true, submissions: { select: { round: true } } },
  });
  await transaction(async (db) => {
    await db.submission.create({
      data: {
        filingId,
        personId: author.personId,
        round: submissions.length + 1,
        entryVersionId,
        hash: "of-the-test",
        sealed: new Uint8Array(8),
        submittedAt: now,
      },
    });
    await db.filing.update({
      where: { id: filingId },
      data: {
        state: "submitted",
        askedFrom: null,
        version: { increment: 1 },
        dueOn: dayColumn("2026-12-10"),
        ...(state === "draft" && {
          reference: filingReference(2026, 900 + ++sent),
          submittedAt: now,
          receivedOn: dayColumn(officeDay(now)),
          entryVersionId,
        }),
      },
    });
    await appendAudit(db, { actor: author, action: "submit", object: `filing:${filingId}` });
  });
}

/** Asks the professional for a paper. */
export async function askFor(filingId: string, paper: string, now: Date, sentById: string): Promise<void> {
  await transaction(async (db) => {
    await db.filing.update({
      where: { id: filingId },
      data: {
        state: "awaiting_applicant",
        askedFrom: "submitted",
        version: { increment: 1 },
        dueOn: dayColumn("2026-12-20"),
      },
    });
    await db.request.create({
      data: {
        filingId,
        round: 1,
        state: "sent",
        outcome: "close_no_response",
        sentById,
        sentAt: now,
        dueOn: dayColumn("2026-12-20"),
        items: { create: [{ number: 1, subject: `paper:${paper}`, text: "The stamp cannot be read." }] },
      },
    });
  });
}
