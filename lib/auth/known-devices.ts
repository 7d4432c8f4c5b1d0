import * as z from "zod";
import type { Credentials } from "@/lib/data/accounts";
import { sealedCookie } from "./sealed-cookie";

/** How long a device stays known, in days. */
export const knownDays = 180;

const longest = knownDays * 24 * 60 * 60;
const most = 5;

/** Who has shown on this device that they read the mail of their account, or have its app, and when. */
const device = sealedCookie(
  "device",
  z.object({ known: z.array(z.object({ account: z.string(), at: z.number() })).max(most) }),
);

export const deviceCookie = device.name;

/** Was this device known to the owner of an account, and not forgotten since? */
export async function isKnownDevice({ id, devicesSince }: Credentials): Promise<boolean> {
  const { known } = (await device.read()) ?? { known: [] };
  return known.some(({ account, at }) => account === id && at >= (devicesSince?.getTime() ?? 0));
}

/** Remembers that somebody showed on this device who they are; a device that many share remembers the latest few. */
export async function rememberDevice(accountId: string, now: Date): Promise<void> {
  const { known } = (await device.read()) ?? { known: [] };
  const others = known.filter(({ account }) => account !== accountId).slice(0, most - 1);
  await device.give({ known: [{ account: accountId, at: now.getTime() }, ...others] }, longest);
}
