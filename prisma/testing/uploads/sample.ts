import type { FileFault } from "@/lib/domain/document/file";

export type Sample = {
  /** What is the matter with it, in a few words. */
  trick: string;
  /** The name it is sent under. */
  name: string;
  bytes: () => Uint8Array | Promise<Uint8Array>;
  /** What nothing that is kept may hold. */
  secrets?: readonly string[];
};

export type Family = { family: string; verdict: FileFault | "taken"; samples: readonly Sample[] };

/** Samples under a usual name, from their tricks. */
export function samples(
  name: string,
  tricks: Record<string, () => Uint8Array | Promise<Uint8Array>>,
  secrets: readonly string[] = [],
): Sample[] {
  return Object.entries(tricks).map(([trick, bytes]) => ({ trick, name, bytes, secrets }));
}

/** Bytes of a text, one for each sign. */
export const ascii = (text: string): Buffer => Buffer.from(text, "latin1");
