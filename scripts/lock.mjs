// A file that says which process has something. It outlives a killed process, so the holder is looked for as well.
import { execFileSync } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Takes the lock, waiting up to `patience` ms for a living holder to end. Answers `{ taken: true, inherited, write,
 * release }`, where `inherited` says that a dead process held it, or `{ taken: false, holder }`.
 */
export async function takeLock(file, { patience = 0, ...details } = {}) {
  const deadline = Date.now() + patience;
  let inherited = false;
  for (;;) {
    if (create(file, details)) return { taken: true, inherited, ...handle(file, details) };

    const holder = readLock(file);
    if (holder && isAlive(holder)) {
      if (Date.now() >= deadline) return { taken: false, holder };
      await pause(200);
    } else {
      inherited = true;
      rmSync(file, { force: true });
    }
  }
}

/** What a lock says, or null where there is none, or none that can be read. */
export function readLock(file) {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return Number.isInteger(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

/** Whether the process that wrote the lock is still the one with that number: numbers are given out again. */
export function isAlive({ pid, program }) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  const command = commandOf(pid);
  return command === null || command.includes(program);
}

function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    if (process.platform === "win32") return null;
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return null;
  }
}

const program = process.argv[1]?.split(/[\\/]/).at(-1) ?? "";

function create(file, details) {
  let handle;
  try {
    handle = openSync(file, "wx", 0o600);
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
  writeSync(handle, JSON.stringify({ pid: process.pid, program, ...details }));
  closeSync(handle);
  return true;
}

function handle(file, details) {
  return {
    /** Adds to what the lock says. */
    write(more) {
      Object.assign(details, more);
      const fresh = `${file}.${process.pid}`;
      create(fresh, details);
      renameSync(fresh, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}
