import type pg from "pg";

/** Where a trail does not follow from itself, hash by hash up to its head, as a sentence; null when it does. */
export async function findBrokenTrail(client: pg.Client, trail: "event" | "audit_entry"): Promise<string | null> {
  const { rows } = await client.query<{ seq: string }>(`
    SELECT e.seq::text FROM (
      SELECT seq, prev_hash, hash, ${trail}_content(${trail}) AS content, row_number() OVER before AS nth, lag(hash, 1, '') OVER before AS hash_before
      FROM ${trail} WINDOW before AS (ORDER BY seq)) AS e
    WHERE e.seq <> e.nth OR e.prev_hash <> e.hash_before OR e.hash <> chain_hash(e.prev_hash, e.content) LIMIT 1`);
  if (rows[0]) return `The trail ${trail} is broken at ${rows[0].seq}.`;

  const { rows: heads } = await client.query(
    `SELECT 1 FROM trail_head h LEFT JOIN ${trail} e ON e.seq = h.seq
     WHERE h.trail = $1 AND h.seq = (SELECT coalesce(max(seq), 0) FROM ${trail}) AND h.hash = coalesce(e.hash, '')`,
    [trail],
  );
  return heads.length === 1 ? null : `The head of the trail ${trail} is not its last row.`;
}
