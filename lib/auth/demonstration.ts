import { env } from "@/lib/env";

/** Is this the demonstration office? Decided when the app runs; nowhere else do its people, clock and mailbox exist. */
export function isDemonstration(): boolean {
  return env.demo;
}
