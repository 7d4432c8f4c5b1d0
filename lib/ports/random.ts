import { randomBytes } from "node:crypto";

let source: (size: number) => Uint8Array = randomBytes;

/** Bytes that nobody can guess. */
export function unguessable(size: number): Uint8Array {
  return source(size);
}

/** Makes the demonstration's codes the same each time it is made; never called outside the making of it. */
export function repeatCodes(seeded: (size: number) => Uint8Array): void {
  source = seeded;
}
