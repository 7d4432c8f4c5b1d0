import { env } from "@/lib/env";

/** The address that a certificate's picture opens, in the language of whoever opens it. */
export function verificationAddress(code: string): string {
  return `${env.origin}/verify/${code}`;
}
