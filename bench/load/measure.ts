import autocannon, { type Request, type Result } from "autocannon";
import type { App } from "./browser";
import { processorTime, usedBetween } from "./processor";

export type Measured = {
  name: string;
  requestsPerSecond: number;
  p50: number;
  p97_5: number;
  p99: number;
  requests: number;
  /** Milliseconds of processor that app and database used for one request; null where the system does not tell. */
  processor: number | null;
  /** Answers of another status, errors and timeouts, in words; null when there were none. */
  failures: string | null;
};

export const connections = 10;

/** How a load ends: after so many seconds or answers of the same requests over and over, or once each was sent. */
export type Bound = { seconds: number } | { answers: number } | "once";

/** Loads the app from ten connections, each with requests of its own, and counts what was answered as it should be. */
export async function measure(
  app: App,
  name: string,
  requests: readonly Request[],
  bound: Bound,
  status = 200,
): Promise<Measured> {
  const shares = sharesOf(requests);
  let next = 0;
  const before = await processorTime(app.pid);
  const result = await autocannon({
    url: app.origin,
    connections: shares.length,
    timeout: 60,
    ...(bound === "once"
      ? { amount: shares.reduce((sum, share) => sum + share.length, 0) }
      : "answers" in bound
        ? { amount: bound.answers }
        : { duration: bound.seconds }),
    setupClient: (client) => client.setRequests([...(shares[next++ % shares.length] ?? [])]),
  });
  const used = usedBetween(before, await processorTime(app.pid));
  const right = result.statusCodeStats[status]?.count ?? 0;
  const failures = failuresIn(result, status);
  if (right === 0) throw new Error(failures ?? "nothing was answered in time");

  const { latency, duration } = result;
  const all = Object.values(result.statusCodeStats).reduce((sum, { count }) => sum + count, 0);
  // A load of so many answers is timed in whole seconds only. Every connection always waits for one, so their latency tells.
  const isTimed = bound !== "once" && "seconds" in bound;
  const requestsPerSecond = isTimed ? right / duration : ((shares.length * 1000) / latency.average) * (right / all);
  const { p50, p97_5, p99 } = latency;
  const processor = used && used / right;
  return { name, requestsPerSecond, p50, p97_5, p99, requests: right, processor, failures };
}

// Shares of one length, so that all connections end together.
function sharesOf(requests: readonly Request[]): Request[][] {
  const each = Math.max(1, Math.floor(requests.length / connections));
  return Array.from({ length: connections }, (_, at) => {
    const share = requests.slice(at * each, at * each + each);
    return share.length === each ? share : requests.slice(0, each);
  });
}

function failuresIn({ statusCodeStats, errors, timeouts }: Result, status: number): string | null {
  const others = Object.entries(statusCodeStats).filter(([code]) => Number(code) !== status);
  if (others.length > 0) return others.map(([code, { count }]) => `${count} answers ${code}`).join(", ");
  return errors + timeouts > 0 ? `${errors} errors, ${timeouts} timeouts` : null;
}
