import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { env } from "@/lib/env";

const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** The media type of what `writeMetrics` writes. */
export const metricsType = registry.contentType;

/** Does somebody who sends this header know the collector's token? Nobody does where none is set. */
export function isCollector(authorization: string | null): boolean {
  return Boolean(env.metricsToken) && isSame(authorization ?? "", `Bearer ${env.metricsToken}`);
}

const isSame = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string) => createHash("sha256").update(text).digest();

/** What is read at the moment of asking: one value for each label, under a name and a sentence. */
export type Reading = { name: string; help: string; label: string; values: Readonly<Record<string, number>> };

/** The state of this process and the readings, in Prometheus' text format. */
export async function writeMetrics(readings: readonly Reading[]): Promise<string> {
  const now = new Registry();
  for (const { name, help, label, values } of readings) {
    const gauge = new Gauge({ name, help, labelNames: [label], registers: [now] });
    for (const [value, count] of Object.entries(values)) gauge.set({ [label]: value }, count);
  }
  return (await registry.metrics()) + (await now.metrics());
}
