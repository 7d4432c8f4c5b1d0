import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Request } from "autocannon";
import { pool } from "@/lib/data/client";
import type { App } from "./browser";

export type Left = { requests: number; idleInTransaction: number };

/** Sends requests and hangs up on each: in the middle of its body, or while it is being answered. Tells what stayed open. */
export async function leaveMidWrite(app: App, requests: readonly Request[]): Promise<Left> {
  const waiting = requests.map((request, at) => ({ request, at }));
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await sendAndLeave(app, next.request, next.at);
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  await pause(2_000);
  const { rows } = await pool.query<{ count: number }>(`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%' AND state_change < clock_timestamp() - interval '1 second'`);
  await untilQuiet();
  return { requests: requests.length, idleInTransaction: rows[0]?.count ?? 0 };
}

/** Waits for what nobody waits for any more: the app finishes what it has begun. Two minutes at most. */
async function untilQuiet(): Promise<void> {
  for (let turn = 0, quiet = 0; turn < 240 && quiet < 6; turn++) {
    const { rows } = await pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'",
    );
    quiet = rows.length === 0 ? quiet + 1 : 0;
    await pause(500);
  }
}

async function sendAndLeave({ origin }: App, { method, path, headers, body = "" }: Request, at: number): Promise<void> {
  const { hostname, port } = new URL(origin);
  const head = Object.entries({
    ...headers,
    host: `${hostname}:${port}`,
    "content-length": String(Buffer.byteLength(body)),
  });
  const text = `${method} ${path} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n${body}`;
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on("error", () => undefined);
  // One in four is cut short; the others leave between at once and 30 ms after the last byte.
  const part = at % 4 === 0 ? text.slice(0, -Math.ceil(body.length / 2)) : text;
  await new Promise<void>((sent) => {
    socket.once("close", () => sent());
    socket.write(part, () => void pause(at % 31).then(() => socket.destroy()));
  });
}
