import { createHash } from "node:crypto";
import { keyedHash } from "@/lib/env";

/**
 * The secret part of a one-time link: 256 bits made with the office's key from the id of what it opens, so that the mail
 * which carries it can be written at any time and nobody who reads the database can make it.
 */
export function linkToken(kind: "confirmation" | "handover" | "invitation" | "wish", id: string): string {
  return keyedHash("links", `${kind}:${id}`).toString("base64url");
}

/** What is kept of a link, by which it is found again. */
export function linkHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
