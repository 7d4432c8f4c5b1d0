// Migrates a database on the server of TEST_DATABASE_URL once; every test file gets a copy of its own.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrateApart } from "./migrate-apart.mjs";

export default async function setup(project) {
  const serverUrl = process.env["TEST_DATABASE_URL"];
  const template = `filing_test_${randomBytes(6).toString("hex")}`;

  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${template}`));
  await migrateApart(databaseUrl(serverUrl, template));
  project.provide("database", { serverUrl, serverTemplate: template });

  return () =>
    onServer(serverUrl, async (client) => {
      const { rows } = await client.query("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [template]);
      for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    });
}

/** Copies the template under a new name and gives its address. */
export async function copyOnServer({ serverUrl, serverTemplate }) {
  const name = `${serverTemplate}_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, async (client) => {
    // Copies are made one at a time: the template must have no visitor but the copier.
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [serverTemplate]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${serverTemplate}`);
  });
  return databaseUrl(serverUrl, name);
}

function databaseUrl(serverUrl, name) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(serverUrl, work) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
