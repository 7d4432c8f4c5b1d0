import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { seededBy } from "@/prisma/demonstration/seeded";
import { freePort } from "@/prisma/testing/free-port";
import { FilingClient } from "./testing/filing-client";
import journeys from "./testing/journeys.json" with { type: "json" };
import { startApp, startDatabase, type Settings, type Victim } from "./testing/victims";
import { findFaults } from "./testing/what-is-kept";

const { kills } = inject("rounds");
const seed = inject("seed");
const clients = 8;
const directory = mkdtempSync(join(tmpdir(), "filing-kill-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const run = (program: string, env: Settings) =>
  promisify(execFile)(process.execPath, [program], { env: { ...process.env, ...env } });

test(
  `nothing acknowledged is lost and nothing is half written in ${kills} kills of the app under ${clients} clients (SEED=${seed})`,
  { timeout: 300_000 + kills * 20_000 },
  async () => {
    // The build of the journeys, which is made here if it is not there yet.
    await run("scripts/build.mjs", journeys);
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const settings = {
      ...{ PORT: String(port), APP_ORIGIN: origin, NEXTAUTH_URL: origin, MASTER_SECRET: journeys.MASTER_SECRET },
      ...{ EMBEDDED: "1", DEMO: "1", DATA_DIR: directory, STORAGE_DIR: join(directory, "files"), LOG_LEVEL: "silent" },
    };
    const startAll = async () => {
      const database = await startDatabase(join(directory, "pg"));
      return { database, env: { ...settings, DATABASE_URL: database.url } };
    };
    let { database, env } = await startAll();
    await run("scripts/migrate.mjs", env);
    Object.assign(process.env, env);
    const { openDrafts } = await import("./testing/draft-office");
    const drafts = await openDrafts(clients * (kills + 2), seed);
    const byId = new Map(drafts.map((draft) => [draft.id, draft]));
    const writers = Array.from({ length: clients }, (_, at) => {
      const own = drafts.filter((_, n) => n % clients === at);
      return new FilingClient(own, seededBy(`${seed} client ${at}`));
    });
    const chance = seededBy(`${seed} kills`);

    let app: Victim = await startApp(env);
    for (let round = 1; round <= kills; round++) {
      let killed = false;
      const work = writers.map((writer) => writer.workUntil({ origin }, () => killed));
      const before = answeredIn(writers);
      // First everybody sends again what was cut off; then they go on.
      const busy = async () => {
        while (answeredIn(writers) < before + 2 * clients) await pause(10);
        await pause(chance.whole(0, 1_000));
      };
      await Promise.race([busy(), Promise.all(work)]);
      killed = true;
      const withDatabase = chance.chance(0.5);
      if (withDatabase) await Promise.all([database.kill(), app.kill()]);
      else await app.kill();
      await Promise.all(work);
      if (withDatabase) ({ database, env } = await startAll());

      const faults = await lookInto(env.DATABASE_URL, (client) =>
        findFaults(client, new Map(writers.flatMap(({ known }) => [...known]))),
      );
      expect(faults, `in round ${round}, SEED=${seed}`).toEqual([]);

      app = await startApp(env);
      for (const writer of writers) await writer.seeReceipt({ origin }, byId);
    }
    await app.closePipe();
    await database.closePipe();

    const known = writers.flatMap((writer) => [...writer.known.values()]);
    const submitted = known.filter((it) => it.submitted !== null).length;
    const answered = answeredIn(writers);
    const looked = writers.reduce((sum, writer) => sum + writer.looked, 0);
    console.log(
      `${kills} kills, SEED=${seed}: ${answered} answered, ${submitted} of them submissions, ${looked} after a look; none was lost.`,
    );
    expect(submitted).toBeGreaterThan(kills);
  },
);

const answeredIn = (writers: readonly FilingClient[]) => writers.reduce((sum, { answered }) => sum + answered, 0);

async function lookInto<T>(url: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // However long this takes, nobody counts as gone.
    await client.query("UPDATE session SET last_seen_at = now()");
    return await look(client);
  } finally {
    await client.end();
  }
}
