import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient, type Prisma } from "./generated/client";
import { retryConflicts } from "./retry";

/** The database inside a transaction: what a data function takes first. */
export type Db = Prisma.TransactionClient;

/** What a JSON column takes. */
export type JsonObject = Prisma.InputJsonObject;

// The embedded database has one backend, so everybody shares one connection and waits for it; its server timeouts do not fire.
const patience = env.embedded ? 30_000 : 5_000;

function open() {
  const connections = new pg.Pool({
    connectionString: env.databaseUrl,
    max: env.embedded ? 1 : env.databasePool,
    connectionTimeoutMillis: patience,
    idleTimeoutMillis: env.embedded ? 0 : 30_000,
    keepAlive: true,
    // The adapter drops the offset of an instant it reads: only a session in UTC gives the right one.
    // Said once for the connection, read committed need not be said again at every transaction.
    options: "-c TimeZone=UTC -c default_transaction_isolation=read\\ committed",
    ...(!env.embedded && {
      statement_timeout: 10_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 5_000,
    }),
  });
  if (env.embedded) connections.on("connect", nameApart);
  // A connection lost while idle is replaced at its next use; a query that was running fails by itself.
  connections.on("error", () => undefined);

  const prisma = new PrismaClient({
    adapter: new PrismaPg(connections, { statementNameGenerator: ({ sql }) => statementName(sql) }),
    transactionOptions: { maxWait: patience, timeout: 10_000 },
  });
  return { connections, prisma, insideTransaction: new AsyncLocalStorage<true>() };
}

// In development a changed file is loaded again; the connections stay.
const shared = globalThis as typeof globalThis & { database?: ReturnType<typeof open> };
const { connections, prisma, insideTransaction } = (shared.database ??= open());

/** The database for a read that needs no transaction of its own. */
export const database: PrismaClient = prisma;

/** The connections that Prisma and the job queue share. */
export const pool: pg.Pool = connections;

/** Does all of the work or none of it, and again when it met another writer. Nothing slow, and nothing but `db`, inside. */
export function transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
  // One connection may be all there is: an inner transaction would wait for the outer one for ever.
  if (insideTransaction.getStore()) throw new Error("A transaction was begun inside a transaction.");
  return retryConflicts(() => prisma.$transaction((db) => insideTransaction.run(true, () => work(db))));
}

/** Waits for what is running and closes every connection. */
export async function closeDatabase(): Promise<void> {
  await prisma.$disconnect();
  await connections.end();
}

// The server reads and plans a named statement once for each connection. A list of another length is another statement,
// so there is an end to the names: what comes later goes without one.
const mostNames = 500;
const names = new Map<string, string>();

function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined || names.size === mostNames) return known ?? "";
  const name = `statement-${names.size}`;
  names.set(sql, name);
  return name;
}

/** All processes share the one backend of the embedded database, and it outlives their connections: so each names its own. */
function nameApart(client: pg.PoolClient) {
  const own = randomUUID();
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const queryApart = (asked: unknown, ...rest: unknown[]) =>
    query(isNamed(asked) ? { ...asked, name: `${asked.name}-${own}` } : asked, ...rest);
  client.query = queryApart as typeof client.query;
}

const isNamed = (asked: unknown): asked is { name: string } =>
  typeof asked === "object" && asked !== null && "name" in asked && typeof asked.name === "string" && asked.name !== "";
