import type { Instrumentation } from "next";

/** Writes one line for an accident that a page shows as a reference number: where it happened, never what was in the request. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, context) => {
  const { name, digest } = error as Error & { digest?: string };
  console.error(JSON.stringify({ event: "request_failed", error: name, reference: digest, route: context.routePath }));
};

/** Has connections noted for the doors, and starts the worker in this process unless the office runs workers of its own. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteConnections } = await import("@/lib/ports/connection");
  noteConnections();
  const { env } = await import("@/lib/env");
  if (env.worker !== "here") return;
  const { startWorker } = await import("@/lib/worker");
  // In development a changed file is loaded again: the worker of before makes room.
  const shared = globalThis as typeof globalThis & { stopWorker?: () => Promise<void> };
  await shared.stopWorker?.();
  shared.stopWorker = await startWorker();
}
