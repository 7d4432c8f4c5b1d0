import { env } from "@/lib/env";

/** The whole address of a page, in the language of whoever opens it. */
export function addressOf(path: `/${string}`): string {
  return `${env.origin}${path}`;
}

/** The address that a certificate's picture opens. */
export function verificationAddress(code: string): string {
  return addressOf(`/verify/${code}`);
}

/** The address that a telephone opens to send one paper. */
export function handoverAddress(locale: string, token: string): string {
  return addressOf(`/${locale}/l/${token}/paper`);
}
