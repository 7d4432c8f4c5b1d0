import autocannon, { type Request, type Result } from "autocannon";
import type { App } from "./browser";

export type Measured = {
  name: string;
  requestsPerSecond: number;
  p50: number;
  p97_5: number;
  p99: number;
  requests: number;
};

export const connections = 10;

/** How a load ends: after so many seconds of the same requests over and over, or once each was sent. */
export type Bound = { seconds: number } | "once";

/** Loads the app from ten connections, each with requests of its own, and refuses an answer of another status. */
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
  const wrong = answersOtherThan(result, status);
  if (wrong) throw new Error(`${name}: ${wrong}`);

  const { latency, duration } = result;
  const total = result.requests.total;
  return {
    name,
    requestsPerSecond: total / duration,
    p50: latency.p50,
    p97_5: latency.p97_5,
    p99: latency.p99,
    requests: total,
  };
}

// Shares of one length, so that all connections end together.
function sharesOf(requests: readonly Request[]): Request[][] {
  const each = Math.max(1, Math.floor(requests.length / connections));
  return Array.from({ length: connections }, (_, at) => {
    const share = requests.slice(at * each, at * each + each);
    return share.length === each ? share : requests.slice(0, each);
  });
}

function answersOtherThan({ statusCodeStats, errors, timeouts }: Result, status: number): string | null {
  const others = Object.entries(statusCodeStats).filter(([code]) => Number(code) !== status);
  if (others.length > 0) return others.map(([code, { count }]) => `${count} answers ${code}`).join(", ");
  return errors + timeouts > 0 ? `${errors} errors, ${timeouts} timeouts` : null;
}
