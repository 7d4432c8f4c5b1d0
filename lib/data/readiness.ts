import { pool } from "@/lib/data/client";

/** The names of the migrations that this database has applied to the end. */
export async function listAppliedMigrations(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`,
  );
  return rows.map(({ name }) => name);
}
