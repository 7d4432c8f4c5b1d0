import type { Db } from "@/lib/data/client";
import type { ExaminationRow } from "@/lib/data/examinations";
import type { FilingRow } from "@/lib/data/filing-facts";
import { sealedQuestions, type Answers } from "@/lib/domain/filing/questions";
import { workflow } from "@/lib/domain/filing/workflow";
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

  const sent = new Map<number, Sent | null>();
  for (const { round } of details.submissions) sent.set(round, await readSent(db, row, round));

  // What is said in a hearing is sent in too: which sendings answer a request is told by the steps, newest first as well.
  const sendings = details.events.filter(({ type }) => type === workflow.supplement.event);
  return answered.map(({ round, answeredAt, items }, at) => {
    const sending = sendings[at]?.payload.round ?? 0;
    const now = sent.get(sending) ?? null;
    const before = sent.get(sending - 1) ?? null;
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
  const [oldNumbers, currentNumbers] = [withPrintedNumbers(before.answers), withPrintedNumbers(now.answers)];
  const read = ({ question }: ChangedAnswer): ChangedAnswer => {
    const isHidden =
      sealedQuestions.has(question) &&
      old[question] === current[question] &&
      oldNumbers[question] !== currentNumbers[question];
    return {
      question,
      before: old[question] ?? null,
      now: current[question] ?? null,
      ...(isHidden && { isHidden }),
    };
  };
  return {
    ...changes,
    items: changes.items.map((it) => ({ ...it, answers: it.answers.map(read) })),
    besides: { ...changes.besides, answers: changes.besides.answers.map(read) },
  };
}
