import type { IdentityDocumentKind } from "@/lib/domain/person/identity-document";
import { checkIdentityNumber } from "@/lib/domain/person/identity-document";
import type { Seeded } from "./seeded";

/** A made-up number that is well formed for its kind of document: nobody's, as far as anybody can know. */
export function madeUpNumber(kind: IdentityDocumentKind, seeded: Seeded): string {
  switch (kind) {
    case "hkid": {
      const body = seeded.one(["A", "C", "D", "E", "G", "H", "K", "P", "R", "V", "Y", "Z"]) + seeded.digits(6);
      return withCheckDigit("hkid", body, "0123456789A");
    }
    case "macao_id":
      return seeded.one(["1", "5", "7"]) + seeded.digits(7);
    case "home_return_permit":
      return `H${seeded.digits(8)}`;
    case "home_return_permit_non_chinese":
      return `HA${seeded.digits(7)}`;
    case "residence_permit": {
      const born = `${seeded.whole(1962, 1998)}${two(seeded.whole(1, 12))}${two(seeded.whole(1, 28))}`;
      return withCheckDigit("residence_permit", `810000${born}${seeded.digits(3)}`, "0123456789X");
    }
    case "passport":
      return `X${seeded.digits(8)}`;
  }
}

function withCheckDigit(kind: IdentityDocumentKind, body: string, digits: string): string {
  const digit = [...digits].find((it) => checkIdentityNumber(kind, body + it) === null);
  if (digit === undefined) throw new Error(`No check digit fits ${kind} ${body}.`);
  return body + digit;
}

const two = (number: number) => String(number).padStart(2, "0");
