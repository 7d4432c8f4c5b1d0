import { isIPv6 } from "node:net";
import { deviceName } from "@/lib/domain/account/device";
import { env } from "@/lib/env";
import { connectionHeader } from "@/lib/ports/connection";

/** Where a request comes from: the hop that our own front proxy added or else its connection, so that nobody can choose it. */
export function networkOf(headers: Headers): string {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const client = env.trustedProxies > 0 ? hops.at(-env.trustedProxies) : headers.get(connectionHeader);
  if (!client) return "direct";
  // A server that listens to both kinds of addresses writes the older one inside the newer.
  const address = client.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv6(address) ? wholeNetwork(address) : address;
}

/** What the request calls itself, in a few words for the list of sessions. */
export function deviceOf(headers: Headers): string {
  return deviceName(headers.get("user-agent") ?? "");
}

// One household or one machine has a whole /64 of addresses to choose from.
function wholeNetwork(address: string): string {
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const first = head ? head.split(":") : [];
  const last = tail ? tail.split(":") : [];
  const between = address.includes("::") ? Array<string>(Math.max(8 - first.length - last.length, 0)).fill("0") : [];
  const groups = [...first, ...between, ...last].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${groups.join(":")}::/64`;
}
