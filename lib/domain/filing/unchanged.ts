import { canonicalJson } from "@/lib/domain/canonical-json";
import { mayChangeAnswer, mayChangePaper, type Changeable } from "@/lib/domain/filing/asked";
import type { Answers } from "@/lib/domain/filing/questions";

/** A file as it was sent in: which one, for which paper. */
export type SentPaper = { id: string; evidenceKey: string; half: string; sha256: string };
/** What was sent in at one time, or would be sent in now. Identity numbers stand in it as they are. */
export type Sent = { answers: Answers; papers: readonly SentPaper[] };

/** Everything that differs from what was sent in last, as `question:<question>` and `paper:<evidence key>`. */
export function differences(sent: Sent, now: Sent): string[] {
  const questions = inOrder([...Object.keys(sent.answers), ...Object.keys(now.answers)]);
  const papers = inOrder([...sent.papers, ...now.papers].map(({ evidenceKey }) => evidenceKey));
  return [
    ...questions.filter((it) => wordsOf(sent.answers[it]) !== wordsOf(now.answers[it])).map((it) => `question:${it}`),
    ...papers.filter((it) => filesOf(sent, it) !== filesOf(now, it)).map((it) => `paper:${it}`),
  ];
}

/** What differs from what was sent in last although nobody asked for it. */
export function changedUnasked(changeable: Changeable, sent: Sent, now: Sent): string[] {
  return differences(sent, now).filter((subject) => {
    const [kind, name = ""] = subject.split(":");
    return kind === "paper"
      ? !mayChangePaper(changeable, name)
      : !mayChangeAnswer(changeable, name, sent.answers, now.answers);
  });
}

const wordsOf = (answer: Answers[string]) => canonicalJson(answer ?? null);

const filesOf = ({ papers }: Sent, key: string) =>
  canonicalJson(
    papers
      .filter(({ evidenceKey }) => evidenceKey === key)
      .map(({ id, half, sha256 }) => `${half}/${id}/${sha256}`)
      .sort(),
  );

const inOrder = (names: readonly string[]) => [...new Set(names)].sort();
