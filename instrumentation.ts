import type { Instrumentation } from "next";

/** Writes one line for an accident that a page shows as a reference number: where it happened, never what was in the request. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, context) => {
  const { name, digest } = error as Error & { digest?: string };
  console.error(JSON.stringify({ event: "request_failed", error: name, reference: digest, route: context.routePath }));
};
