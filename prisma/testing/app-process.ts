import { closeDatabase } from "@/lib/data/client";
import { confirmDecision } from "@/lib/services/confirm-decision";
import { submitFiling } from "@/lib/services/submit-filing";

// A process of the app with connections of its own, which takes commands from a test and answers what its services say.

const services = { confirmDecision, submitFiling };
export type ServiceName = keyof typeof services;

/** One command: which service, for whom, with what, and when. */
export type Order = { number: number; service: ServiceName; actor: object; input: object; now: string };

process.on("message", ({ number, service, actor, input, now }: Order) => {
  const serve = services[service] as (actor: object, input: object, now: Date) => Promise<unknown>;
  serve(actor, input, new Date(now)).then(
    (result) => process.send?.({ number, result }),
    (error: unknown) => process.send?.({ number, accident: String(error) }),
  );
});
process.on("disconnect", () => void closeDatabase());
process.send?.("ready");
