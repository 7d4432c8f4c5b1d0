import { Readable } from "node:stream";
import NodeClam from "clamscan";
import { env } from "@/lib/env";
import type { Verdict } from "@/lib/domain/document/file";

export type Scan = (bytes: Uint8Array) => Promise<Exclude<Verdict, "pending">>;

const patience = 30_000;

/** Asks the scanner about a file. Whatever is not a clear answer is an error, and an error is never clean. */
export const scanFile: Scan = (bytes) => chosen(bytes);

/** Puts another scanner in place of the office's, for a test that must find something. */
export function scanWith(scan: Scan): void {
  chosen = scan;
}

/** A scanner that asks clamd at `host:port`; a daemon that is away, slow or unclear is an error. */
export function clamd(address: string): Scan {
  return async (bytes) => {
    const source = Readable.from([bytes]);
    try {
      const { isInfected } = await inTime(askClamd(address, source));
      if (isInfected === null) return "error";
      return isInfected ? "suspect" : "clean";
    } catch {
      return "error";
    } finally {
      source.destroy();
    }
  };
}

// Nothing is scanned in the demonstration, and each paper says so. In production no scanner is a scanner that is away.
let chosen: Scan = env.clamdAddress
  ? clamd(env.clamdAddress)
  : () => Promise.resolve(env.demo ? "not_scanned" : "error");

async function askClamd(address: string, source: Readable) {
  const [host = "", port = ""] = address.split(":");
  const client = await new NodeClam().init({
    clamscan: { active: false },
    clamdscan: { host, port: Number(port), timeout: patience, active: true, localFallback: false, bypassTest: true },
    preference: "clamdscan",
  });
  return client.scanStream(source);
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The scanner did not answer in time.")), patience);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
