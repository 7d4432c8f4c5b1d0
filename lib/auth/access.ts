import type { Locale } from "next-intl";
import type { Person, Professional, Staff } from "@/lib/domain/actor";
import { may, type Permission } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";

/** Who may come through a door. `demonstration` is everybody, and a door that exists in the demonstration only. */
export type Access = "public" | "demonstration" | "signed_in" | "professional" | "staff" | Permission;

/** Somebody at a public door: where they come from, and who they are if they are signed in. */
export type Visitor = {
  /** The client's network as our own front proxy saw it. */
  network: string;
  /** Such as "Chrome on Android". */
  device: string;
  locale: Locale;
  actor: Person | null;
};

export type ActorOf<A extends Access> = A extends "public" | "demonstration"
  ? Visitor
  : A extends "signed_in"
    ? Person
    : A extends "professional"
      ? Professional
      : Staff;

/** Lets somebody in, as the one the door asks for, or says why not. What one may not use does not exist. */
export function admit<A extends Access>(access: A, visitor: Visitor): Result<ActorOf<A>> {
  const admitted = askedFor(access, visitor);
  return admitted.ok ? ok(admitted.value as ActorOf<A>) : admitted;
}

function askedFor(access: Access, visitor: Visitor): Result<Visitor | Person> {
  if (access === "public") return ok(visitor);
  if (access === "demonstration") return env.demo ? ok(visitor) : refuse({ code: "not_found" });

  const { actor } = visitor;
  if (!actor) return refuse({ code: "unauthenticated" });
  return mayEnter(access, actor) ? ok(actor) : refuse({ code: "not_found" });
}

/** May this person, who is signed in, come through a door of this kind? */
export function mayEnter(access: Exclude<Access, "public" | "demonstration">, actor: Person): boolean {
  if (access === "signed_in") return true;
  if (access === "professional" || access === "staff") return actor.kind === access;
  return actor.kind === "staff" && may(actor, access);
}
