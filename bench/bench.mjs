// npm run bench -- --filings 100000: fills scratch databases, starts the production build on them and measures what
// docs/performance.md names, each operation against a page that says hello in the same run. The databases are its own and
// are dropped at the end; nothing else on the server is touched.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { endChild, endChildren, killChildren, runChild } from "../scripts/children.mjs";
import { generateClient, installPackages, requireNode } from "../scripts/prepare.mjs";
import { run, say, Stop } from "../scripts/say.mjs";
import { environmentFor } from "../scripts/settings.mjs";
import { startApp, timeStarts } from "./app.mjs";
import { benchSecret, buildBenchApp } from "./build.mjs";
import { makeReport } from "./report.mjs";
import { createScratch } from "./scratch.mjs";

const { filings, small, seconds, answers, keep } = readArguments();
const databases = [];
let ending = null;

await run(async () => {
  requireNode();
  process.chdir(join(import.meta.dirname, ".."));
  process.on("SIGINT", () => void end().then(() => process.exit(130)));
  process.on("SIGTERM", () => void end().then(() => process.exit(143)));
  const limit = setTimeout(giveUp, minutes() * 60_000);
  try {
    await bench();
  } finally {
    clearTimeout(limit);
    await end();
  }
});
killChildren();
process.exit();

async function bench() {
  const server = process.env["BENCH_DATABASE_URL"] ?? process.env["TEST_DATABASE_URL"];
  if (!server) {
    throw new Stop(
      "The bench needs a PostgreSQL server on which it may make databases, as a superuser: its filling switches triggers off.\n" +
        "BENCH_DATABASE_URL=postgresql://postgres:…@localhost:5432/postgres npm run bench -- --filings 100000",
    );
  }
  installPackages();
  await generateClient();
  const port = await freePort();
  const environment = (url) => ({
    ...environmentFor({ port, embedded: false, dataDirectory: resolve(".data/bench") }, url),
    ...{ PORT: String(port), APP_ORIGIN: `http://localhost:${port}`, NEXTAUTH_URL: `http://localhost:${port}` },
    // Staff sign in with a password in the demonstration only. What is done afterwards is the worker's, which runs elsewhere.
    ...{ DEMO: "1", WORKER: "elsewhere", LOG_LEVEL: "silent", MASTER_SECRET: benchSecret, NODE_ENV: "production" },
  });
  await buildBenchApp(environment(server));

  const runs = [];
  for (const size of [...new Set([small, filings])].sort((a, b) => a - b)) {
    say(`\n── ${size.toLocaleString("en")} filings`);
    const scratch = await createScratch(server, `bench_${process.pid}_${size}`);
    databases.push(scratch);
    const env = environment(scratch.url);
    const fill = await told("bench/fill.ts", [String(size)], env);
    say(
      `Filled in ${fill.seconds.toFixed(1)} s (${fill.per100000.toFixed(1)} s per 100,000), checked in ${fill.checkSeconds.toFixed(1)} s.`,
    );

    const app = await startApp(env, port);
    const load = await told(
      "bench/load.ts",
      [String(app.pid), ...(answers ? ["n", String(answers)] : ["s", String(seconds)])],
      env,
    );
    await endChild(app.child);
    runs.push({ fill, ...load });
  }
  const starts = await timeStarts(environment(databases.at(-1).url), port);

  const { table, json } = makeReport({ runs, starts, each: answers ? `${answers} answers` : `${seconds} s` });
  say(`\n${table}`);
  const name = `bench/results/${json.at.slice(0, 16).replace(":", "-")}-${filings}`;
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(`${name}.json`, JSON.stringify(json, null, 2) + "\n");
  writeFileSync(`${name}.md`, table + "\n");
  say(`\nWritten to ${name}.md and .json.`);
}

/** Runs a program of the bench and gives what it wrote down at its end. */
async function told(program, args, env) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const answer = join(folder, "answer.json");
  try {
    const done = await runChild(["--conditions=react-server", "--import", "tsx", program, answer, ...args], { env });
    if (!done) throw new Stop(`${program} did not come to its end; the reason is above.`);
    return JSON.parse(readFileSync(answer, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function end() {
  ending ??= (async () => {
    await endChildren();
    for (const { url, drop } of databases) {
      if (keep) say(`Kept: ${url}`);
      else await drop();
    }
  })();
  return ending;
}

function giveUp() {
  console.error(`\nThe bench was given up after ${minutes()} minutes.`);
  void end().then(() => process.exit(1));
}

function minutes() {
  return Math.ceil(30 + filings / 20_000);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject).listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      filings: { type: "string", default: "100000" },
      small: { type: "string", default: "10000" },
      seconds: { type: "string", default: "4" },
      answers: { type: "string" },
      keep: { type: "boolean", default: false },
    },
  });
  const number = (name, least) => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= least) return value;
    console.error(`--${name} is a whole number of ${least} or more; it is ${values[name]}.`);
    process.exit(1);
  };
  return {
    filings: number("filings", 2_000),
    small: number("small", 2_000),
    seconds: number("seconds", 1),
    answers: values.answers === undefined ? null : number("answers", 10),
    keep: values.keep,
  };
}
