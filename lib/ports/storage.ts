import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/env";
import { openDisk } from "./disk";
import { unguessable } from "./random";

const root = resolve(/* turbopackIgnore: true */ env.storageDirectory);
const incoming = join(root, "incoming");

const shards = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, "0"));

/** Keeps bytes, which are sealed already, under a new key that nobody can guess. */
export async function keep(sealed: Uint8Array): Promise<string> {
  const name = Buffer.from(unguessable(24)).toString("hex");
  const key = `${name.slice(0, 2)}/${name}`;
  await (await openDisk()).put(key, sealed);
  return key;
}

/** The bytes under a key, or null when there are none. */
export async function fetchKept(key: string): Promise<Uint8Array | null> {
  const disk = await openDisk();
  return (await disk.exists(key)) ? disk.getBytes(key) : null;
}

/** Destroys what is kept under a key; nothing happens when there is nothing. */
export async function destroyKept(key: string): Promise<void> {
  await (await openDisk()).delete(key);
}

export type Kept = { key: string; since: Date };

/** The beginnings that keys have: everything that is kept, in small parts. */
export const keyPrefixes: readonly string[] = shards.map((shard) => `${shard}/`);

/** What is kept under one beginning. */
export async function listKept(prefix: string): Promise<Kept[]> {
  const disk = await openDisk();
  const kept: Kept[] = [];
  let paginationToken: string | undefined;
  do {
    const page = await disk.listAll(prefix, paginationToken ? { paginationToken } : {}).catch(nothingYet);
    for (const object of page.objects) {
      if (object.isFile) kept.push({ key: object.key, since: (await object.getMetaData()).lastModified });
    }
    paginationToken = page.paginationToken;
  } while (paginationToken);
  return kept;
}

/** A folder is made when the first file comes into it; any other accident is one. */
function nothingYet(error: NodeJS.ErrnoException): { objects: []; paginationToken?: never } {
  if (error.code === "ENOENT") return { objects: [] };
  throw error;
}

export type Received = {
  size: number;
  /** SHA-256 of what was received, in hex. */
  sha256: string;
  /** There was more than the limit; the rest was let go. */
  isTooLarge: boolean;
  bytes(): Promise<Uint8Array>;
  discard(): Promise<void>;
};

/**
 * Takes in a file as it comes, counting and hashing, into a file of its own outside everything that is served. Null when it
 * broke off: then nothing is left of it.
 */
export async function receive(content: Uint8Array | Readable, limit: number): Promise<Received | null> {
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const path = join(incoming, Buffer.from(unguessable(24)).toString("hex"));
  const hash = createHash("sha256");
  let size = 0;
  let sent = 0;

  async function* counted(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      sent += chunk.length;
      // Far beyond the limit nobody is uploading a paper any more.
      if (sent > limit * 4) throw new Error("The file does not end.");
      const part = chunk.subarray(0, Math.max(0, limit - size));
      size += part.length;
      hash.update(part);
      yield part;
    }
  }

  const discard = () => rm(path, { force: true });
  const source = content instanceof Readable ? content : Readable.from([content]);
  try {
    await pipeline(source, counted, createWriteStream(path, { mode: 0o600, flags: "wx" }));
  } catch {
    await discard();
    return null;
  }
  return { size, sha256: hash.digest("hex"), isTooLarge: sent > limit, bytes: () => readFile(path), discard };
}

/** Removes what was left behind by uploads that never ended, and says how many there were. */
export async function clearIncoming(before: Date): Promise<number> {
  const names = await readdir(incoming).catch(() => []);
  let cleared = 0;
  for (const name of names) {
    const path = join(incoming, name);
    const found = await stat(path).catch(() => null);
    if (!found || found.mtime >= before) continue;
    await rm(path, { force: true });
    cleared++;
  }
  return cleared;
}
