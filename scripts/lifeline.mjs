// Loaded into every child of the starter (node --import): asks it to end when the starter is gone. Children of children
// inherit the import and not the pipe, and end with their own parents.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.env["LIFELINE_OF"] === String(process.ppid)) {
  process.stdin.once("end", end).once("error", end).resume();
  process.stdin.unref?.();
}

function end() {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 5_000).unref();
}
