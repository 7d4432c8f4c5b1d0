import { database } from "@/lib/data/client";
import {
  claimCommand,
  findOutcome,
  keepOutcome,
  releaseCommand,
  type Command,
  type Outcome,
} from "@/lib/data/idempotency-keys";
import type { FormValues } from "@/lib/domain/form";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { keyedHash } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";

const longestKey = 100;
const waits = { count: 40, ms: 125 };

/** The command that a form stands for when it is sent: its key and everything it says. Null when it carries no key. */
export function commandOf(accountId: string, values: FormValues): Command | null {
  const key = values["idempotencyKey"];
  if (typeof key !== "string" || key === "" || key.length > longestKey) return null;
  const said = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  // Under a key of ours, since a form may carry a password.
  return { accountId, key, content: keyedHash("commands", JSON.stringify(said)).toString("base64url") };
}

/**
 * Does the work for the first who asks, and gives every repetition the same answer without doing it again. A refusal did
 * nothing and is not kept. What was broken off half way is never run again blindly: the page has to be looked at first.
 */
export async function once(command: Command, work: () => Promise<Result<Outcome>>): Promise<Result<Outcome>> {
  for (let turn = 0; turn < waits.count; turn++) {
    if (await claimCommand(database, command, wallTime())) return finish(command, work);

    const outcome = await findOutcome(database, command);
    if (typeof outcome === "object") return ok(outcome);
    if (outcome === "running") await new Promise((go) => setTimeout(go, waits.ms));
  }
  return refuse({ code: "stale" });
}

async function finish(command: Command, work: () => Promise<Result<Outcome>>): Promise<Result<Outcome>> {
  const result = await work();
  if (result.ok) await keepOutcome(database, command, result.value);
  else await releaseCommand(database, command);
  return result;
}
