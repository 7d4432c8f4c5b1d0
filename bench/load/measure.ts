import autocannon, { type Request, type Result } from "autocannon";
import type { App } from "./browser";

export type Measured = {
  name: string;
  requestsPerSecond: number;
  p50: number;
  p97_5: number;
  p99: number;
  requests: number;
  /** Answers of another status, errors and timeouts, in words; null when there were none. */
  failures: string | null;
};

export const connections = 10;

/** How a load ends: after so many seconds of the same requests over and over, or once each was sent. */
export type Bound = { seconds: number } | "once";

/** Loads the app from ten connections, each with requests of its own, and counts what was answered as it should be. */
export async function measure(
  { origin }: App,
  name: string,
  requests: readonly Request[],
  bound: Bound,
  status = 200,
): Promise<Measured> {
  const shares = sharesOf(requests);
  let next = 0;
  const result = await autocannon({
    url: origin,
    connections: shares.length,
    timeout: 10,
    ...(bound === "once"
      ? { amount: shares.reduce((sum, share) => sum + share.length, 0) }
      : { duration: bound.seconds }),
    setupClient: (client) => client.setRequests([...(shares[next++ % shares.length] ?? [])]),
  });
  const right = result.statusCodeStats[status]?.count ?? 0;
  const failures = failuresIn(result, status);
  if (right === 0) throw new Error(failures ?? "nothing was answered in time");

  const { latency, duration } = result;
  const { p50, p97_5, p99 } = latency;
  return { name, requestsPerSecond: right / duration, p50, p97_5, p99, requests: right, failures };
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
