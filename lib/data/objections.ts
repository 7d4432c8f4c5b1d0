import type { Db } from "@/lib/data/client";

export type NewObjection = { filingId: string; decisionId: string; excluded: readonly string[]; madeAt: Date };

/** Keeps that somebody objected to a refusal, and who has no part in what follows. */
export async function insertObjection(db: Db, { excluded, ...objection }: NewObjection): Promise<void> {
  await db.objection.create({ data: { ...objection, excluded: [...excluded] }, select: { filingId: true } });
}
