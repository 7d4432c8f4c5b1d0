import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";

/** A process that a test may kill as kill -9 does, or let end as its starter does. */
export type Victim = {
  kill: () => Promise<void>;
  closePipe: () => Promise<void>;
};

/** What a program is told beside what this one was told. */
export type Settings = Record<string, string>;

/** The embedded database as the starter starts it: a process of its own, held by a pipe. */
export async function startDatabase(directory: string): Promise<Victim & { url: string }> {
  const { child, victim } = start(["scripts/embedded-database.mjs", directory], process.env);
  child.stderr.pipe(process.stderr);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { url: string };
  return { ...victim, url };
}

/** The built app, with these settings; it is there once it answers. */
export async function startApp(settings: Settings & { APP_ORIGIN: string }): Promise<Victim> {
  const { child, victim } = start(["scripts/testing/serve-alone.mjs"], { ...process.env, ...settings });
  const said: Buffer[] = [];
  for (const output of [child.stdout, child.stderr]) output.on("data", (data: Buffer) => void said.push(data));
  for (let waits = 0; !(await answers(settings.APP_ORIGIN)); waits++) {
    if (child.exitCode !== null || waits === 600)
      throw new Error(`The app did not start: ${String(Buffer.concat(said))}`);
    await pause(50);
  }
  return victim;
}

function start(args: string[], env: NodeJS.ProcessEnv) {
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(process.execPath, args, {
    env,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  const victim: Victim = {
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async closePipe() {
      child.stdin.end();
      await ended;
    },
  };
  return { child, victim };
}

function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
