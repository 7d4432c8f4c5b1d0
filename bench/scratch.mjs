// A database of the bench's own on a server that others use too.
import pg from "pg";
import { migrate } from "../scripts/migrate.mjs";
import { Stop } from "../scripts/say.mjs";

/** Makes and migrates a database; `drop` takes it away again, whoever is still connected. */
export async function createScratch(server, name) {
  await onServer(server, `CREATE DATABASE "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const scratch = { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
  await migrate(scratch.url);
  return scratch;
}

async function onServer(server, statement) {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query(statement);
  } catch (error) {
    throw new Stop(`The bench's server refuses "${statement}": ${error.message || error.code}`);
  } finally {
    await client.end().catch(() => {});
  }
}
