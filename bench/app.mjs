// The built app as a process.
import { setTimeout as pause } from "node:timers/promises";
import { endChild, startChild } from "../scripts/children.mjs";
import { Stop } from "../scripts/say.mjs";
import { benchApp } from "./build.mjs";

/** Starts the app and waits until it answers; tells how long that took, in milliseconds. */
export async function startApp(env, port) {
  const began = performance.now();
  const child = startChild(["node_modules/next/dist/bin/next", "start", benchApp, "-p", String(port)], {
    env,
    output: "pipe",
  });
  let ended = false;
  void child.ended.then(() => (ended = true));
  while (!(await answers(port))) {
    if (ended || performance.now() - began > 30_000) {
      process.stderr.write(Buffer.concat(child.kept));
      throw new Stop("The app did not start; the reason is above.");
    }
    await pause(10);
  }
  return { child, pid: child.pid, took: performance.now() - began };
}

/** How long three starts take, one after the other. */
export async function timeStarts(env, port) {
  const took = [];
  for (let n = 0; n < 3; n++) {
    const app = await startApp(env, port);
    took.push(app.took);
    await endChild(app.child);
  }
  return took;
}

function answers(port) {
  return fetch(`http://localhost:${port}/api/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
