/** The part of autocannon that the bench uses. */
declare module "autocannon" {
  export type Request = { method?: "GET" | "POST"; path: string; headers?: Record<string, string>; body?: string };
  export type Client = { setRequests(requests: Request[]): void };
  export type Options = {
    url: string;
    connections: number;
    /** Seconds; or so many requests altogether. */
    duration?: number;
    amount?: number;
    timeout?: number;
    setupClient?: (client: Client) => void;
  };
  export type Result = {
    /** Seconds. */
    duration: number;
    requests: { total: number };
    latency: { average: number; p50: number; p97_5: number; p99: number };
    statusCodeStats: Record<string, { count: number }>;
    errors: number;
    timeouts: number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
