import { env } from "@/lib/env";

/**
 * Was this request sent by one of our own pages? Either sign suffices, none is a no. The host that the request claims is
 * never asked: whoever sends it chooses it.
 */
export function isFromOurPages(headers: Headers): boolean {
  return headers.get("origin") === env.origin || headers.get("sec-fetch-site") === "same-origin";
}
