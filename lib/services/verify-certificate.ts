import { database } from "@/lib/data/client";
import { findCertificate, type RegisterRow } from "@/lib/data/register";
import { takeAttempt } from "@/lib/data/rate-limits";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseVerificationCode } from "@/lib/domain/codes/verification-code";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { standingOf, verdictOn, type Verdict } from "@/lib/domain/verification/verdict";

export type Verification = {
  verdict: Verdict;
  /** The moment for which the answer holds. */
  asOf: Date;
  /** What to compare with the paper, where there is such a certificate. */
  paper:
    | (Pick<RegisterRow, "number" | "validFrom" | "validUntil" | "published"> & {
        issuedOn: string;
        replacedOn: string | null;
      })
    | null;
};

// Reading is free; only codes that nobody gave out are counted, so that nobody can try them in numbers.
const unknownCodes = { name: "verify_unknown", points: 60, seconds: 600 };

/** What a certificate is worth now, from its code alone. What cannot be a code is unknown, like any other that nobody gave out. */
export async function verifyCertificate(
  visitor: { network: string },
  typed: string,
  now: Date,
): Promise<Result<Verification>> {
  const code = parseVerificationCode(typed);
  const found = code && (await findCertificate(database, code));
  if (code && !found && !(await takeAttempt(unknownCodes, visitor.network)))
    return refuse({ code: "too_many_requests" });
  if (!found) return ok({ verdict: { is: "unknown" }, asOf: now, paper: null });

  const { registration, issuedAt, replacedAt } = found;
  const { number, validFrom, validUntil, published } = registration;
  return ok({
    verdict: verdictOn(standingOf(registration, officeDay(now)), replacedAt !== null),
    asOf: now,
    paper: {
      number,
      validFrom,
      validUntil,
      published,
      issuedOn: officeDay(issuedAt),
      replacedOn: replacedAt && officeDay(replacedAt),
    },
  });
}
