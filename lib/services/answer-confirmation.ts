import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { answerConfirmation as keepAnswer, findConfirmation, type StoredConfirmation } from "@/lib/data/confirmations";
import { appendEvents } from "@/lib/data/events";
import { findFilingFacts, readFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { queueMail } from "@/lib/data/mails";
import { isSamePost, standingOf, takesConfirmations } from "@/lib/domain/confirmation/confirmation";
import { linkTokenSchema, type AnswerConfirmationInput } from "@/lib/domain/confirmation/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import type { Job } from "@/lib/domain/filing/questions";
import type { Names } from "@/lib/domain/person/names";
import { wallTime } from "@/lib/ports/clock";
import { linkHash } from "@/lib/ports/links";
import { jobsOf } from "@/lib/services/named-posts";

/** What whoever opens a link is shown: the post while they may answer, else only that it was answered or works no more. */
export type LinkView =
  | { is: "open"; relation: StoredConfirmation["relation"]; names: Names; post: Job; expiresAt: Date }
  | { is: "answered" }
  | { is: "paused" }
  | { is: "dead" };

/** What a link leads to. Looking changes nothing, so that a scanner of mails may follow it. */
export async function viewLink(token: string): Promise<LinkView> {
  const asked = linkTokenSchema.safeParse(token).success && (await findConfirmation(database, linkHash(token)));
  if (!asked) return { is: "dead" };
  return viewOf(asked, await readFilingFacts(database, asked.filingId));
}

/** Keeps the answer of whoever holds the link, once. The same answer sent twice is the same answer. */
export function answerConfirmation(
  _visitor: unknown,
  { token, answer, name, position, words }: AnswerConfirmationInput,
  now: Date,
): Promise<Result<{ token: string }>> {
  return transaction(async (db) => {
    const found = await findConfirmation(db, linkHash(token));
    const row = found && (await findFilingFacts(db, found.filingId));
    // Read again under the filing's lock: whoever was first has written by now.
    const asked = row && (await findConfirmation(db, linkHash(token)));
    if (!asked) return refuse({ code: "not_found" });

    const given = {
      answer,
      answeredName: name,
      answeredPosition: position,
      words: answer === "confirmed" ? null : (words ?? null),
    };
    const view = viewOf(asked, row);
    if (view.is === "answered") return isSameAnswer(asked, given) ? ok({ token }) : refuse({ code: "wrong_status" });
    if (view.is === "paused") return refuse({ code: "unmet", condition: "not_held" });
    if (view.is === "dead") return refuse({ code: "not_found" });
    if (!(await keepAnswer(db, asked.id, { ...given, answeredAt: now }, wallTime()))) {
      return refuse({ code: "not_found" });
    }

    if (row.accountId !== null) {
      const { id: filingId, reference } = row;
      await queueMail(db, {
        dedupeKey: `confirmation:${asked.id}:answered`,
        accountId: row.accountId,
        template: "confirmation_answered",
        params: { filingId, reference, employer: asked.subject.post.employer },
        at: now,
      });
    }
    if (row.state !== "draft") {
      const payload = { confirmation: asked.id };
      await appendEvents(db, [{ type: "confirmation_answered", filingId: row.id, actor: "referee", at: now, payload }]);
    }
    await appendAudit(db, {
      actor: null,
      action: "answer_confirmation",
      object: `filing:${row.id}`,
      fields: ["answer", "name", "position", "words"],
    });
    return ok({ token });
  });
}

function viewOf(asked: StoredConfirmation, row: FilingRow | null): LinkView {
  const standing = standingOf(asked, wallTime());
  if (standing === "confirmed" || standing === "not_correct") return { is: "answered" };
  const { names, post } = asked.subject;
  // Whoever changed the post since asks about it anew.
  const stands = row && takesConfirmations(row.state) && jobsOf(row).jobs.some((job) => isSamePost(job, post));
  if (standing !== "waiting" || !stands) return { is: "dead" };
  return row.held
    ? { is: "paused" }
    : { is: "open", relation: asked.relation, names, post, expiresAt: asked.expiresAt };
}

type Given = Pick<StoredConfirmation, "answer" | "answeredName" | "answeredPosition" | "words">;

const isSameAnswer = (one: Given, other: Given) =>
  (["answer", "answeredName", "answeredPosition", "words"] as const).every((part) => one[part] === other[part]);
