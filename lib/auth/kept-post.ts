import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import * as z from "zod";
import { database } from "@/lib/data/client";
import { findKeptPost, putKeptPost, removeKeptPost } from "@/lib/data/kept-posts";
import { takeAttempt } from "@/lib/data/rate-limits";
import { findAccountOfSession } from "@/lib/data/sessions";
import type { FormValues } from "@/lib/domain/form";
import { wallTime } from "@/lib/ports/clock";
import { newWrappedKey, seal, unseal } from "@/lib/ports/vault";
import { currentSession } from "./current-actor";
import { typedAgain } from "./parse";
import { sealedCookie } from "./sealed-cookie";
import { openSession, sessionKey } from "./session-token";

// Without script a form that is posted after its session ran out would be gone with the page that led to it. What was
// typed waits, sealed, for the account whose session it was, in the browser it was sent from.

/** How long words wait for whoever typed them to sign in again, in seconds. */
export const waitsFor = 60 * 60;
const mostCharacters = 64_000;
const perAccount = { name: "kept-post", points: 30, seconds: waitsFor };

const waiting = sealedCookie("words", z.object({ post: z.uuid() }));

/** A form that was filled in before its session ran out: the page it stands on, and what was typed. */
export type ResumedPost = { page: string; values: FormValues };

/** Keeps what a browser without script posted after its session ran out; false where nobody knows whose it is. */
export async function keepPost(sessionToken: string | undefined, values: FormValues): Promise<boolean> {
  const page = (await headers()).get("x-page");
  const sessionId = await openSession(sessionToken);
  const words = JSON.stringify(withoutCodes(typedAgain(values)));
  if (sessionId === null || page === null || words.length > mostCharacters) return false;
  const accountId = await findAccountOfSession(database, sessionKey(sessionId));
  if (accountId === null || !(await takeAttempt(perAccount, accountId))) return false;

  const id = randomUUID();
  const sealKey = newWrappedKey("fields", accountId);
  const sealed = seal("fields", sealKey, accountId, Buffer.from(words, "utf8"), about(id));
  await putKeptPost(database, accountId, { id, page, sealKey, sealed, keptAt: wallTime() });
  await waiting.give({ post: id }, waitsFor);
  return true;
}

/** What whoever is signed in typed on this page before their session ran out, or null. */
export const resumedPost = cache(async (): Promise<ResumedPost | null> => {
  const [kept, session, asked] = await Promise.all([waiting.read(), currentSession(), headers()]);
  if (!kept || !session) return null;
  const { accountId } = session.actor;
  const since = new Date(wallTime().getTime() - waitsFor * 1000);
  const post = await findKeptPost(database, { id: kept.post, accountId }, since);
  if (!post || post.page !== asked.get("x-page")) return null;
  const words = Buffer.from(unseal("fields", post.sealKey, accountId, post.sealed, about(kept.post)));
  return { page: post.page, values: JSON.parse(words.toString("utf8")) as FormValues };
});

/** Forgets what waited for an account on this page, now that a form is sent from it again. */
export async function dropPost(accountId: string): Promise<void> {
  if ((await waiting.read()) === null) return;
  const page = (await headers()).get("x-page");
  if (page !== null && (await removeKeptPost(database, accountId, page))) await waiting.drop();
}

// A code that is good once or for a moment is of no use an hour later.
const withoutCodes = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/code/i.test(name)));

const about = (id: string) => `kept_post:${id}`;
