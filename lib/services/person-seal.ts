import type { Db } from "@/lib/data/client";
import { findSealKey, giveSealKey } from "@/lib/data/people";
import { newWrappedKey, seal, unseal } from "@/lib/ports/vault";

/** A person's key in hand: what seals their words and opens them again. */
export type PersonKey = { personId: string; wrapped: Uint8Array };

/** The person's key, made when it is first needed. */
export async function keyOfPerson(db: Db, personId: string): Promise<PersonKey> {
  const known = await findSealKey(db, personId);
  if (known) return { personId, wrapped: known };
  await giveSealKey(db, personId, newWrappedKey("fields", personId));
  const wrapped = await findSealKey(db, personId);
  if (!wrapped) throw new Error("A person's key was destroyed while it was needed.");
  return { personId, wrapped };
}

/** The person's key, or null where it was never made or has been destroyed. */
export async function findKeyOfPerson(db: Db, personId: string): Promise<PersonKey | null> {
  const wrapped = await findSealKey(db, personId);
  return wrapped && { personId, wrapped };
}

/** Seals words under a person's key, bound to what they are about, such as `answer:<filing>:identity_number`. */
export function sealWords(key: PersonKey, words: string, about: string): Uint8Array<ArrayBuffer> {
  return seal("fields", key.wrapped, key.personId, Buffer.from(words, "utf8"), about);
}

/** Opens what `sealWords` made. */
export function openWords(key: PersonKey, sealed: Uint8Array, about: string): string {
  return Buffer.from(unseal("fields", key.wrapped, key.personId, sealed, about)).toString("utf8");
}

/** What the seal of one thing is bound to; a sealed value moved to another place does not open. */
export const sealedAbout = {
  answer: (filingId: string, question: string) => `answer:${filingId}:${question}`,
  submission: (filingId: string, round: number) => `submission:${filingId}:${round}`,
  identity: (personId: string, kind: string, numberIndex: string) => `identity:${personId}:${kind}:${numberIndex}`,
  decisionNote: (filingId: string, filingVersion: number, stage: string) =>
    `decision:${filingId}:${filingVersion}:${stage}`,
  message: (filingId: string, messageId: string) => `message:${filingId}:${messageId}`,
  lookAlikeReason: (filingId: string, otherPersonId: string) => `look_alike:${filingId}:${otherPersonId}`,
  extraRound: (filingId: string) => `extra_round:${filingId}`,
  reopening: (filingId: string, proposedById: string) => `reopening:${filingId}:${proposedById}`,
  unsent: (filingId: string, place: string) => `unsent:${filingId}:${place}`,
  proceeding: (proceedingId: string, part: "words" | "statement" | "note") => `proceeding:${proceedingId}:${part}`,
  dataRequest: (requestId: string, part: "words" | "answer") => `data_request:${requestId}:${part}`,
};
