import { database } from "@/lib/data/client";
import { listDocumentsOf } from "@/lib/data/documents";
import { listEventsOf } from "@/lib/data/filings";
import { listRequests, type AskedRequest } from "@/lib/data/requests";
import { listSubmissions, type SubmissionLine } from "@/lib/data/submissions";
import type { Professional } from "@/lib/domain/actor";
import { subjectOf, type Subject } from "@/lib/domain/filing/asked";
import type { Answers } from "@/lib/domain/filing/questions";
import { differences, type Sent } from "@/lib/domain/filing/unchanged";
import { workflow } from "@/lib/domain/filing/workflow";
import { ok, type Result } from "@/lib/domain/result";
import { readSent, withMaskedNumbers } from "@/lib/services/sent-snapshot";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";
import { receiptFiles, type ReceiptFile } from "@/lib/services/view-receipt";

export type PastItem = {
  number: number;
  subject: Subject;
  /** The reviewer's words. */
  text: string;
  /** The professional's words. */
  answer: string | null;
  /** Questions whose answers were sent anew with this item. */
  changed: string[];
  /** Files that were sent anew with it. */
  files: ReceiptFile[];
};

export type PastRound = Pick<AskedRequest, "round" | "state" | "outcome" | "sentAt" | "dueOn" | "extraDays"> & {
  items: PastItem[];
  /** As they were sent in then; identity numbers are masked. */
  answers: Answers;
  /** What was received in answer, and the day by which the decision was promised from then on; null where nothing was. */
  receipt: { at: Date; hash: string; promised: string | null } | null;
};

export type MyRounds = {
  filing: MyFiling;
  rounds: PastRound[];
  /** When a supervisor allowed to ask once more than usual; why is said among the staff only. */
  extraRoundAt: Date | null;
};

/** Every request of one's own filing that is over, newest first, with what was asked, what was answered, and when. */
export async function viewRounds(actor: Professional, address: string, now: Date): Promise<Result<MyRounds>> {
  const filing = await viewMyFiling(actor, address, now);
  if (!filing.ok) return filing;
  const { id, rules } = filing.value;
  const past = (await listRequests(database, id)).filter(({ state }) => state !== "sent");
  if (past.length === 0) return ok({ filing: filing.value, rounds: [], extraRoundAt: null });

  const [submissions, events, documents] = await Promise.all([
    listSubmissions(database, id),
    listEventsOf(database, id),
    listDocumentsOf(database, id),
  ]);
  // The first answer that was sent belongs to the first request that was answered, and so on.
  const supplements = events.filter(({ type }) => type === workflow.supplement.event).reverse();
  const answered = past.flatMap(({ answeredAt, round }) => (answeredAt ? [round] : [])).reverse();
  const sentWith = (line: SubmissionLine | undefined) =>
    line ? readSent(database, { id, personId: actor.personId }, line.round) : null;

  const rounds = past.map(async ({ items, answeredAt, ...request }): Promise<PastRound> => {
    const event = answeredAt && supplements[answered.indexOf(request.round)];
    const line = event ? submissions.find(({ hash }) => hash === event.payload["submission"]) : undefined;
    const [sent, before] = await Promise.all([
      sentWith(line),
      sentWith(submissions.find(({ round }) => round + 1 === line?.round)),
    ]);
    const anew = new Set(sent && before ? differences(before, sent) : []);
    const files = receiptFiles(newPapers(before, sent), documents);
    const promised = event?.payload["decideBy"];
    return {
      ...request,
      items: items.map(({ number, subject, text, answer }) => {
        const read = subjectOf(subject, rules);
        return {
          number,
          subject: read,
          text,
          answer,
          changed: read.kind === "task" ? read.questions.filter((it) => anew.has(`question:${it}`)) : [],
          files: read.kind === "paper" ? files.filter(({ key }) => key === read.paper) : [],
        };
      }),
      answers: withMaskedNumbers(sent?.answers ?? {}),
      receipt: line
        ? { at: line.submittedAt, hash: line.hash, promised: typeof promised === "string" ? promised : null }
        : null,
    };
  });
  const allowed = events.find(({ type }) => type === workflow.allow_round.event);
  return ok({ filing: filing.value, rounds: await Promise.all(rounds), extraRoundAt: allowed?.at ?? null });
}

function newPapers(before: Sent | null, sent: Sent | null): Sent["papers"] {
  const known = new Set(before?.papers.map(({ id }) => id));
  return sent?.papers.filter(({ id }) => !known.has(id)) ?? [];
}
