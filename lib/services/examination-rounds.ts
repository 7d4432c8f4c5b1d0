import type { Db } from "@/lib/data/client";
import type { ExaminationRow } from "@/lib/data/examinations";
import type { FilingRow } from "@/lib/data/filing-facts";
import type { Answers } from "@/lib/domain/filing/questions";
import { roundChanges, type ChangedAnswer, type RoundChanges } from "@/lib/domain/filing/round-changes";
import type { Sent } from "@/lib/domain/filing/unchanged";
import { rulesOf } from "@/lib/services/filing-facts";
import { readSent, withMaskedNumbers, withPrintedNumbers } from "@/lib/services/sent-snapshot";

/** An answered request with what its answer changed; `changes` is null once the person's key is destroyed. */
export type ExaminedRound = {
  round: number;
  answeredAt: Date;
  changes: RoundChanges<ExaminationRow["requests"][number]["items"][number]> | null;
};

/**
 * Every request that was answered, newest first, with the difference between what was sent in before and in answer to it,
 * read from the snapshots. Identity numbers are masked unless they were asked for.
 */
export async function examinedRounds(
  db: Db,
  row: FilingRow,
  details: ExaminationRow,
  areNumbersShown: boolean,
): Promise<ExaminedRound[]> {
  const answered = details.requests.flatMap(({ answeredAt, ...it }) => (answeredAt ? [{ ...it, answeredAt }] : []));
  if (answered.length === 0) return [];

  const sent: (Sent | null)[] = [];
  for (const { round } of details.submissions) sent.push(await readSent(db, row, round));

  // The first sending is the submission; each one after it answers one request.
  return answered.map(({ round, answeredAt, items }, at) => {
    const now = sent[answered.length - at] ?? null;
    const before = sent[answered.length - at - 1] ?? null;
    const changes = before && now && roundChanges(before, now, items, rulesOf(row));
    return {
      round,
      answeredAt: new Date(answeredAt),
      changes: changes && asShown(changes, before, now, areNumbersShown ? withPrintedNumbers : withMaskedNumbers),
    };
  });
}

function asShown<Item>(
  changes: RoundChanges<Item>,
  before: Sent,
  now: Sent,
  shown: (answers: Answers) => Answers,
): RoundChanges<Item> {
  const [old, current] = [shown(before.answers), shown(now.answers)];
  const read = ({ question }: ChangedAnswer): ChangedAnswer => ({
    question,
    before: old[question] ?? null,
    now: current[question] ?? null,
  });
  return {
    ...changes,
    items: changes.items.map((it) => ({ ...it, answers: it.answers.map(read) })),
    besides: { ...changes.besides, answers: changes.besides.answers.map(read) },
  };
}
