// npm start: from a fresh clone to the app on http://localhost:3000. npm run dev: the same, with the development server.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endChild, endChildren, killChildren, runChild, startChild, startDatabase } from "./children.mjs";
import { takeLock } from "./lock.mjs";
import { buildApp, generateClient, installPackages, requireNode } from "./prepare.mjs";
import { run, say, Stop } from "./say.mjs";
import { environmentFor, prepareDataDirectory, readSettings } from "./settings.mjs";
import { hashOf, makeIfStale } from "./stale.mjs";

const developing = process.argv.includes("--dev");
let lock = null;
let database = null;
let stopping = null;
let interrupted = false;

await run(async () => {
  try {
    await start();
  } catch (error) {
    if (!interrupted) throw error; // What Ctrl-C broke off has not failed.
  } finally {
    await stop();
  }
});
process.exit();

async function start() {
  requireNode();
  const settings = readSettings();
  prepareDataDirectory(settings);
  await takeOffice(settings);
  await requirePort(settings.port, lock.inherited ? 10_000 : 0);
  installPackages();
  await generateClient();

  // Building needs no database, and on a first start both take a while: side by side.
  const environment = environmentFor(settings, settings.databaseUrl ?? "postgresql://localhost/embedded");
  await checkSettings(environment);
  const [url] = await Promise.all([prepareDatabase(settings), developing ? null : buildApp(environment)]);
  await serve(settings, environmentFor(settings, url));
}

async function takeOffice({ lockFile, port }) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, interrupt);
  const taken = await takeLock(lockFile, { port });
  if (!taken.taken) {
    throw new Stop(
      `The app is already running: http://localhost:${taken.holder.port} (process ${taken.holder.pid}).\n` +
        "Stop it there with Ctrl-C, or start a second one beside it: DATA_DIR=.data-2 PORT=3001 npm start",
    );
  }
  lock = taken;
}

async function requirePort(port, patience) {
  const deadline = Date.now() + patience;
  for (;;) {
    const error = await new Promise((resolve) => {
      const probe = createServer();
      probe.once("error", resolve).listen(port, () => probe.close(() => resolve(null)));
    });
    if (!error) return;
    if (error.code !== "EADDRINUSE") {
      throw new Stop(`Port ${port} cannot be used (${error.code}). Choose another: PORT=3001 npm start`);
    }
    if (Date.now() > deadline) {
      throw new Stop(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`);
    }
    await pause(250);
  }
}

/** The app's own check of its settings, before anything is made or moved. */
async function checkSettings(environment) {
  const { tsImport } = await import("tsx/esm/api");
  const own = process.env;
  process.env = environment;
  try {
    await tsImport("../lib/env.ts", import.meta.url);
  } catch (error) {
    throw new Stop(error.message);
  } finally {
    process.env = own;
  }
}

async function prepareDatabase(settings) {
  const { databaseDirectory, dataDirectory, embedded } = settings;
  // There until the first loading is complete: a demonstration that was interrupted half way is begun again.
  const beginning = join(dataDirectory, "first-start");
  if (embedded && existsSync(beginning)) {
    say("The first start was interrupted; beginning again.");
    for (const made of [databaseDirectory, join(dataDirectory, "files")])
      rmSync(made, { recursive: true, force: true });
  }
  if (embedded && !existsSync(databaseDirectory)) writeFileSync(beginning, "");

  const url = settings.databaseUrl ?? (await openDatabase(databaseDirectory));
  if (embedded) lock.write({ url });
  const { migrate } = await import("./migrate.mjs");
  const applied = await migrate(url);
  if (applied.length > 0) say(`Applied ${applied.length} migration${applied.length === 1 ? "" : "s"}.`);

  await load(settings, environmentFor(settings, url), applied.length > 0);
  rmSync(beginning, { force: true });
  return url;
}

async function openDatabase(directory) {
  say(existsSync(directory) ? "Starting the embedded database …" : "Creating the embedded database …");
  const { child, url } = await startDatabase(directory);
  database = child;
  void child.ended.then(() => {
    if (!stopping) fail("The embedded database ended unexpectedly. Start again: what was saved is still there.");
  });
  return url;
}

/** Loads the list, the calendar and, in a demonstration, its office. What is there already is left as it is. */
async function load({ dataDirectory, embedded }, env, always) {
  const inputs = hashOf(["prisma"], { skip: isNotLoaded, also: env["DEMO"] ?? "" });
  const note = join(dataDirectory, "loaded");
  // Only the embedded database is known to be the one of last time.
  if (always || !embedded) rmSync(note, { force: true });
  await makeIfStale(note, inputs, async () => {
    const demo = env["DEMO"] === "1";
    say(demo ? "Loading the accreditation list and the demonstration office …" : "Loading the accreditation list …");
    // Two years of short-lived rows: room for the young ones spares the collector a second.
    const args = ["--max-semi-space-size=64", "--conditions=react-server", "--import", "tsx", "prisma/seed.ts"];
    if (!(await runChild(args, { env }))) throw new Stop("The data could not be loaded; the reason is above.");
  });
}

function isNotLoaded(path) {
  return /schema\.prisma$|migrations$|\.test\.ts$/.test(path);
}

async function serve({ port }, env) {
  const next = ["node_modules/next/dist/bin/next", developing ? "dev" : "start", "-p", String(port)];
  const app = startChild(next, { env: { ...env, NODE_ENV: developing ? "development" : "production" } });
  const address = `http://localhost:${port}`;
  const answers = () =>
    fetch(`${address}/api/health`, { signal: AbortSignal.timeout(30_000) }).then(Boolean, () => false);
  void (async () => {
    while (!stopping && !(await answers())) await pause(100);
    if (!stopping) say(`\nReady: open ${address} (Ctrl-C stops it).\n`);
  })();

  const { code } = await app.ended;
  if (!stopping && code !== 0) throw new Stop("The app ended unexpectedly; the reason is above.");
}

function interrupt() {
  if (interrupted) {
    killChildren();
    process.exit(1);
  }
  interrupted = true;
  say("\nStopping …");
  void stop().then(() => process.exit());
}

function fail(sentence) {
  console.error(`\n${sentence}`);
  void stop().then(() => process.exit(1));
}

/** Ends the app first and its database after it, and gives the lock back. */
function stop() {
  stopping ??= (async () => {
    await endChildren(database);
    if (database) await endChild(database, 20_000);
    lock?.release();
  })();
  return stopping;
}
