import { database } from "@/lib/data/client";
import { listSubmissions, type SubmissionLine } from "@/lib/data/submissions";
import type { Professional } from "@/lib/domain/actor";
import type { Answers } from "@/lib/domain/filing/questions";
import { ok, type Result } from "@/lib/domain/result";
import { shownAnswers } from "@/lib/services/shown-answers";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export type MyAnswers = {
  filing: MyFiling;
  /** Identity numbers are masked. */
  answers: Answers;
  /** The questions whose answers changed since they were last sent in. */
  changed: ReadonlySet<string>;
  submissions: SubmissionLine[];
};

/** Every answer of one's own filing, to be checked before it is sent or read afterwards. */
export async function viewAnswers(actor: Professional, address: string, now: Date): Promise<Result<MyAnswers>> {
  const filing = await viewMyFiling(actor, address, now);
  if (!filing.ok) return filing;
  const { id } = filing.value;
  const [{ answers, stored }, submissions] = await Promise.all([
    shownAnswers(database, { id, personId: actor.personId }),
    listSubmissions(database, id),
  ]);
  const sent = submissions.at(-1)?.submittedAt;
  const changed = stored.filter(({ updatedAt }) => sent !== undefined && updatedAt > sent);
  return ok({
    filing: filing.value,
    answers,
    changed: new Set(changed.map(({ question }) => question)),
    submissions,
  });
}
