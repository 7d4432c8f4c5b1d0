import type { Db } from "@/lib/data/client";
import { listAnswers, type StoredAnswer } from "@/lib/data/answers";
import type { Answers } from "@/lib/domain/filing/questions";
import { identityDocumentKinds, maskedIdentityNumber } from "@/lib/domain/person/identity-document";
import { findKeyOfPerson, openWords, sealedAbout, type PersonKey } from "@/lib/services/person-seal";

export type ShownAnswers = {
  /** By question; identity numbers are masked, `A12****(*)`. */
  answers: Answers;
  stored: StoredAnswer[];
};

/** The answers of a filing as anybody may see them who may see the filing: identity numbers masked. */
export async function shownAnswers(db: Db, filing: { id: string; personId: string }): Promise<ShownAnswers> {
  const stored = await listAnswers(db, filing.id);
  const hasSealed = stored.some(({ sealed }) => sealed !== null);
  const key = hasSealed ? await findKeyOfPerson(db, filing.personId) : null;
  const kindOf = (question: string) => {
    const kind = stored.find((it) => it.question === question.replace("_number", "_kind"))?.value;
    return identityDocumentKinds.find((it) => it === kind) ?? "passport";
  };
  const answers = Object.fromEntries(
    stored.map((answer) => [
      answer.question,
      answer.sealed === null ? (answer.value ?? undefined) : masked(key, filing.id, answer, kindOf(answer.question)),
    ]),
  );
  return { answers, stored };
}

// Once the key is destroyed the number is gone, and only that there was one remains.
function masked(
  key: PersonKey | null,
  filingId: string,
  { question, sealed }: StoredAnswer,
  kind: (typeof identityDocumentKinds)[number],
): string {
  if (!key || !sealed) return "********";
  return maskedIdentityNumber(kind, openWords(key, sealed, sealedAbout.answer(filingId, question)));
}
