import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Locale } from "next-intl";
import { getLocale } from "next-intl/server";
import type * as z from "zod";
import { database } from "@/lib/data/client";
import type { Outcome } from "@/lib/data/idempotency-keys";
import { officeTime } from "@/lib/data/office-clock";
import type { Person } from "@/lib/domain/actor";
import { withoutCarried } from "@/lib/domain/form-problems";
import { readForm, type ActionState, type FormAction, type FormValues } from "@/lib/domain/form";
import { ok, type Refusal, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import type { Access, ActorOf, Visitor } from "./access";
import { enter, type Entrance } from "./enter";
import { signInPath } from "./current-actor";
import { dropPost, keepPost } from "./kept-post";
import { commandOf, once } from "./once";
import { parse, typedAgain } from "./parse";
import { refuseIfAway } from "./refuse-if-away";
import { sessionCookie } from "./session-token";

export type { Access, ActorOf, Visitor } from "./access";

/** A service as a door calls it: whoever acts comes first, the office's time last. */
export type Service<A extends Access, I, T> = (actor: ActorOf<A>, input: I, now: Date) => Promise<Result<T>>;

export type Door<A extends Access, I, T> = Entrance<A> & {
  /** The page to go to when it was done, without its language; null or nothing stays on the page and draws it again. */
  next?: (value: T, input: I) => string | null;
  /** The language of that page, where it is not the one of the form. */
  nextLocale?: (value: T, input: I) => Locale;
};

/**
 * The one way in for every server action. It asks in this order: where the form was sent from, who sent it, how often,
 * what it says; then it calls the service once, and answers in the words of the form.
 */
export function defineAction<S extends z.ZodType, const A extends Access, T>(
  schema: S,
  service: Service<A, z.output<S>, T>,
  door: Door<A, z.output<S>, T>,
): FormAction {
  return async (_previous: ActionState, data: FormData): Promise<ActionState> => {
    const [asked, jar, locale] = await Promise.all([headers(), cookies(), getLocale()]);
    const values = readForm(data);
    const refused = (refusal: Refusal): ActionState => ({ status: "refused", refusal, values: typedAgain(values) });

    const sessionToken = jar.get(sessionCookie)?.value;
    const entered = await enter(door, { headers: asked, sessionToken, locale, changes: true }).catch(refuseIfAway);
    if (!entered.ok) {
      const isPosted = !asked.has("next-action");
      // With script what was typed stays in the form; a page that was posted is gone.
      if (isPosted && entered.refusal.code === "unauthenticated" && (await keepPost(sessionToken, values))) {
        redirect(await signInPath());
      }
      return refused(entered.refusal);
    }
    if (entered.value.session) await dropPost(entered.value.session.actor.accountId);

    const input = parse(schema, withoutCarried(schema, values));
    if (!input.ok) return refused(input.refusal);

    const { actor } = entered.value;
    const result = await exactlyOnce(actor, values, async () => {
      const done = await service(actor, input.value, await officeTime(database, wallTime()));
      if (!done.ok) return done;
      const next = door.next?.(done.value, input.value) ?? null;
      return ok<Outcome>({ next: next && `/${door.nextLocale?.(done.value, input.value) ?? locale}${next}` });
    }).catch(refuseIfAway);
    if (!result.ok) return refused(result.refusal);

    // What was done is seen on the next page, even if that is this one, and on those one goes back to.
    refresh();
    if (result.value.next) redirect(result.value.next);
    return { status: "done" };
  };
}

/** A form of somebody signed in, sent again, is answered again; a visitor's has nobody to be remembered for. */
function exactlyOnce(
  actor: Person | Visitor,
  values: FormValues,
  work: () => Promise<Result<Outcome>>,
): Promise<Result<Outcome>> {
  const command = "accountId" in actor ? commandOf(actor.accountId, values) : null;
  return command ? once(command, work) : work();
}
