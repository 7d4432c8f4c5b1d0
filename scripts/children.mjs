// The processes a script starts. Each holds the other end of a pipe and ends when the pipe closes, however that happens:
// a killed starter leaves nobody behind.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Stop } from "./say.mjs";

const lifeline = new URL("lifeline.mjs", import.meta.url).href;
const living = new Set();
let ending = false;

/** Starts a Node program. Its output is shown, or kept and shown only when it fails. */
export function startChild(args, { env = process.env, output = "inherit", ownLifeline = false } = {}) {
  const nodeArgs = ownLifeline ? args : ["--import", lifeline, ...args];
  const child = spawn(process.execPath, nodeArgs, {
    env: { ...env, LIFELINE_OF: String(process.pid) },
    stdio: ["pipe", output, output === "pipe" ? "pipe" : "inherit"],
  });
  child.stdin.on("error", () => {});
  child.kept = [];
  if (output === "pipe") {
    child.stdout.on("data", (data) => child.kept.push(data));
    child.stderr.on("data", (data) => child.kept.push(data));
  }
  child.ended = once(child, "close").then(([code, signal]) => {
    living.delete(child);
    return { code, signal };
  });
  living.add(child);
  return child;
}

/** Runs a Node program to its end and answers whether it went well. */
export async function runChild(args, options) {
  const child = startChild(args, options);
  const { code } = await child.ended;
  if (code !== 0 && !ending) process.stderr.write(Buffer.concat(child.kept));
  return code === 0;
}

/** Starts the embedded database on a directory and answers with its child and its address. */
export async function startDatabase(directory) {
  const program = ["scripts/embedded-database.mjs", directory];
  const child = startChild(program, { output: "pipe", ownLifeline: true });
  child.stderr.pipe(process.stderr);
  const listening = new Promise((resolve) => child.stdout.once("data", (line) => resolve(JSON.parse(line).url)));
  const url = await Promise.race([listening, child.ended]);
  if (typeof url === "string") return { child, url };
  throw new Stop(
    `The embedded database in ${directory} did not start; the reason is above.\n` +
      "Where it holds nothing of value, remove that folder and start again.",
  );
}

/** Closes a child's pipe and waits for it to end by itself; one that does not is killed. */
export async function endChild(child, patience = 10_000) {
  if (!living.has(child)) return;
  child.stdin.end();
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  await child.ended;
  clearTimeout(timer);
}

/** Ends every child but the one given, which others may still need. */
export async function endChildren(except) {
  ending = true; // What is broken off has nothing to explain.
  await Promise.all([...living].filter((child) => child !== except).map((child) => endChild(child)));
}

export function killChildren() {
  for (const child of living) child.kill("SIGKILL");
}
