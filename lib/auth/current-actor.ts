import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { database } from "@/lib/data/client";
import { officeTime } from "@/lib/data/office-clock";
import type { OpenSession } from "@/lib/data/sessions";
import { before, freshFor } from "@/lib/domain/account/session-rules";
import type { Person, Professional, Staff } from "@/lib/domain/actor";
import type { Permission } from "@/lib/domain/permissions";
import { wallTime } from "@/lib/ports/clock";
import { mayEnter } from "./access";
import { readSession } from "./read-session";
import { sessionCookie } from "./session-token";

/** The session of whoever sent this request, read once; null for everybody who is not signed in. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  return readSession((await cookies()).get(sessionCookie)?.value);
});

/** Whoever sent this request, or null. */
export async function currentActor(): Promise<Person | null> {
  return (await currentSession())?.actor ?? null;
}

/** Whoever sent this request; a stranger is sent to sign in, and brought back here afterwards. */
export async function requireActor(): Promise<Person> {
  return (await currentActor()) ?? sendToSignIn();
}

/** The same for a page of professionals; for staff it does not exist. */
export async function requireProfessional(): Promise<Professional> {
  const actor = await requireActor();
  return actor.kind === "professional" ? actor : notFound();
}

/** The same for a page of staff, who may need a permission; for everybody else it does not exist. */
export async function requireStaff(permission?: Permission): Promise<Staff> {
  const actor = await requireActor();
  return actor.kind === "staff" && mayEnter(permission ?? "staff", actor) ? actor : notFound();
}

/** Whether whoever sent this request showed lately who they are, as the gravest steps ask. */
export async function isFreshlySignedIn(): Promise<boolean> {
  const session = await currentSession();
  return session !== null && session.authenticatedAt >= before(wallTime(), freshFor);
}

/** The office's time, the same throughout one request. */
export const officeNow = cache((): Promise<Date> => officeTime(database, wallTime()));

async function sendToSignIn(): Promise<never> {
  redirect(await signInPath());
}

/** The address of the sign-in page, which leads back to the page that was asked for. */
export async function signInPath(): Promise<string> {
  const [locale, asked, cookie] = await Promise.all([getLocale(), headers(), cookies()]);
  const query = new URLSearchParams();
  // The proxy writes down which page was asked for; the framework does not tell a page.
  const page = asked.get("x-page");
  if (page) query.set("next", page);
  // Whoever still has a cookie was signed in: the page says that the session ended and nothing is lost.
  if (cookie.has(sessionCookie)) query.set("ended", "1");
  return `/${locale}/sign-in${query.size > 0 ? `?${query}` : ""}`;
}
