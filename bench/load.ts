import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { closeDatabase } from "@/lib/data/client";
import { env } from "@/lib/env";
import { page, type App, type Cookie } from "./load/browser";
import { leaveMidWrite } from "./load/leave";
import { measure, type Bound, type Measured } from "./load/measure";
import * as office from "./load/office";

// Loads the app that runs on a filled database: load.ts <file for the answer> <process of the app> <s or n> <so many seconds, or answers, for each page>.

const [answerFile = "", pid = "", unit = "", amount = ""] = process.argv.slice(2);
const app: App = { origin: env.origin, pid: Number(pid) };
const perPage: Bound = unit === "s" ? { seconds: Number(amount) } : { answers: Number(amount) };
const toWarmUp: Bound = unit === "s" ? { seconds: 1 } : { answers: 30 };

type Hello = Pick<Measured, "requestsPerSecond" | "processor">;

/** What was measured, with hello just before and just after. */
const operations: (Measured & { hellos: Hello[] })[] = [];
const absent: string[] = [];
const hello: Hello[] = [];

await office.liftLimits();
await measure(app, "warm-up", [{ path: "/en/hello" }], toWarmUp);
let lastHello = await sayHello();
const freshMemory = await residentMemory();

const people = await office.signEverybodyIn(app);
const sights = await office.findSights();
const far = await office.farInTheQueue();
const { reviewer, administrator } = people;

await look("queue_first", ["/en/review?lane=all"], reviewer);
await look("queue_far", [`/en/review?lane=all&after=${far.cursor}`], reviewer);
await look("list_search", words("/en/list?q=", ["architect", "建築師", "HKIE", "nurse", "律師"]));
await look("register_chinese", words("/en/register?q=", ["陳志", "李美", "黃家", "張國", "梁詠", "何慧"]));
await look("register_latin", words("/en/register?q=", ["Chan Chi", "Wong Ka", "Lee Mei", "Cheung Kwok", "Leung Wing"]));
await look(
  "verify",
  sights.codes.map((code) => `/en/verify/${code}`),
);
await look("statistics", ["/en/admin"], administrator);
await look(
  "examination",
  sights.examined.map((reference) => `/en/review/${reference}`),
  reviewer,
);

const { first, again } = await office.prepareSaves(app, people);
await act("save", () => send("save", first));
const left = await leaveMidWrite(app, again);
lastHello = await sayHello();
await act("submit", async () => {
  return moved("draft", "submitted", await send("submit", await office.prepareSubmits(app, people)));
});
await act("decide", async () => {
  return moved("check", "approved", await send("decide", await office.prepareDecisions(app, people)));
});

await pause(3_000);
const memory = { fresh: freshMemory, afterLoad: await residentMemory() };
writeFileSync(answerFile, JSON.stringify({ hello, operations, absent, farPage: far.page, memory, left }));
await closeDatabase();

async function sayHello(): Promise<Hello> {
  const said = await measure(app, "hello", [{ path: "/en/hello" }], perPage);
  hello.push(said);
  return said;
}

/** Loads a page that is there; one that is not there yet is named as absent. */
async function look(name: string, paths: readonly string[], cookie: Cookie = ""): Promise<void> {
  await act(name, async () => {
    for (const path of paths.slice(0, 3)) await page(app, path, cookie);
    const requests = rotations(paths).map((path) => ({ path, headers: { cookie, accept: "text/html" } }));
    await measure(app, name, requests, toWarmUp);
    return measure(app, name, requests, perPage);
  });
}

/** Measures between two greetings: no machine goes at one speed for minutes. */
async function act(name: string, work: () => Promise<Measured>): Promise<void> {
  try {
    const measured = await work();
    const before = lastHello;
    lastHello = await sayHello();
    operations.push({ ...measured, hellos: [before, lastHello] });
    console.log(`${name}: ${measured.requestsPerSecond.toFixed(0)}/s, ${measured.p50} ms`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    absent.push(`${name}: ${why}`);
    console.log(`${name} was not measured: ${why}`);
  }
}

/** Sends each of these requests once: the first tenth to warm up, the others to be measured. */
async function send(name: string, requests: Parameters<typeof measure>[2]): Promise<Measured> {
  const warming = Math.floor(requests.length / 100) * 10;
  await measure(app, name, requests.slice(0, warming), "once", 303);
  const measured = await measure(app, name, requests.slice(warming), "once", 303);
  return { ...measured, requests: measured.requests + warming };
}

/** Answered is not yet done: as many filings stand in their new state as were answered so. */
async function moved(stock: "draft" | "check", state: string, measured: Measured): Promise<Measured> {
  const done = await office.countMoved(stock, state);
  if (done >= measured.requests) return measured;
  return { ...measured, failures: `${measured.requests} were answered and ${done} are done` };
}

async function residentMemory(): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", pid]);
  return Number(stdout.trim()) * 1024;
}

// Ten connections, each of which begins elsewhere in the list.
function rotations(paths: readonly string[]): string[] {
  const round = Math.max(paths.length, 1);
  return Array.from({ length: 10 * round }, (_, at) => paths[(at + Math.floor(at / round)) % round] ?? "");
}

function words(address: string, of: readonly string[]): string[] {
  return of.map((word) => address + encodeURIComponent(word));
}
