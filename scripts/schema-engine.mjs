// Prisma's own migration engine, as WebAssembly, over the same driver adapter that the app uses.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const { SchemaEngine } = glue;

let loading;

/** Node cannot import a .wasm file yet, so the engine is instantiated by hand. */
function load() {
  loading ??= (async () => {
    const beside = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const { instance } = await WebAssembly.instantiate(await readFile(join(dirname(beside), "schema_engine_bg.wasm")), {
      "./schema_engine_bg.js": glue,
    });
    glue.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
  })();
  return loading;
}

/**
 * The adapter's `executeScript` cuts a script at every semicolon, function bodies included. This one sends it whole,
 * which also makes one transaction of it: a migration is applied entirely or not at all. `seal` joins that transaction.
 */
function wholeScripts(factory, seal, runScript) {
  const wrap = (adapter) =>
    new Proxy(adapter, {
      get(target, key) {
        if (key === "executeScript") return (script) => runScript(target.underlyingDriver(), script + seal(script));
        const value = Reflect.get(target, key);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });

  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => wrap(await factory.connect()),
  };
}

/** Opens the engine on a database, hands it and the pool to `work`, and closes both. */
export async function withSchemaEngine(databaseUrl, work, { datamodels, seal = () => "" } = {}) {
  await load();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => {});
  let failure;
  const runScript = async (driver, script) => {
    await driver.query(script).catch((error) => {
      failure = error;
      throw error;
    });
  };
  const factory = wholeScripts(new PrismaPg(pool), seal, runScript);
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    return await work(engine, pool);
  } catch (error) {
    throw failure ?? error; // The engine hides what PostgreSQL said.
  } finally {
    engine.free();
    await pool.end();
  }
}

/** The SQL that leads from one Prisma schema to another, or from nothing. Needs no database. */
export async function diffSchemas(before, after) {
  await load();
  const engine = await SchemaEngine.new({}, () => {}, bindMigrationAwareSqlAdapterFactory(noDatabase));
  const target = (content) =>
    content === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
  try {
    const { stdout } = await engine.diff({
      from: target(before),
      to: target(after),
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return stdout ?? "";
  } finally {
    engine.free();
  }
}

export const noFilters = { externalTables: [], externalEnums: [] };

/** The engine asks its database which version it is, even to compare two files: PostgreSQL 15, the oldest we support. */
const noDatabase = {
  provider: "postgres",
  adapterName: "no-database",
  connect: async () => ({
    provider: "postgres",
    adapterName: "no-database",
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 15.0", 150000]],
    }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    dispose: async () => {},
  }),
};
