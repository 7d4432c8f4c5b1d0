import { createHash } from "node:crypto";

/** Chance that comes out the same for the same words. */
export type Seeded = {
  /** From 0 up to, and not including, 1. */
  number(): number;
  /** A whole number between two, both included. */
  whole(from: number, to: number): number;
  one<T>(of: readonly [T, ...T[]]): T;
  /** One of several, each as often as its weight says. */
  weighted<T>(of: readonly (readonly [T, number])[]): T;
  chance(share: number): boolean;
  digits(count: number): string;
  bytes(count: number): Uint8Array;
};

/** The chance that these words begin. */
export function seededBy(words: string): Seeded {
  let block = 0;
  let waiting = Buffer.alloc(0);

  const bytes = (count: number): Uint8Array => {
    while (waiting.length < count) {
      waiting = Buffer.concat([waiting, createHash("sha256").update(`${words}:${block}`).digest()]);
      block += 1;
    }
    const taken = waiting.subarray(0, count);
    waiting = waiting.subarray(count);
    return new Uint8Array(taken);
  };
  const number = () => Buffer.from(bytes(4)).readUInt32BE() / 2 ** 32;
  const whole = (from: number, to: number) => from + Math.floor(number() * (to - from + 1));

  return {
    number,
    whole,
    one: (of) => of[whole(0, of.length - 1)] ?? of[0],
    weighted: (of) => {
      let left = number() * of.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of of) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new Error("Nothing to choose from.");
    },
    chance: (share) => number() < share,
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(""),
    bytes,
  };
}
