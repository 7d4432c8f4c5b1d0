import type { Db } from "@/lib/data/client";

export type NewObjection = { filingId: string; decisionId: string; excluded: readonly string[]; madeAt: Date };

/** Keeps that somebody objected to a refusal, and who has no part in what follows. */
export async function insertObjection(db: Db, { excluded, ...objection }: NewObjection): Promise<void> {
  await db.objection.create({ data: { ...objection, excluded: [...excluded] }, select: { filingId: true } });
}

/** The refusal that was objected to, or null. */
export async function findObjectedDecision(db: Db, filingId: string): Promise<string | null> {
  const objection = await db.objection.findUnique({ where: { filingId }, select: { decisionId: true } });
  return objection?.decisionId ?? null;
}
