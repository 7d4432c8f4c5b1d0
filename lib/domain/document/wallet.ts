import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { addDays } from "@/lib/domain/calendar/working-days";
import type { Answers } from "@/lib/domain/filing/questions";
import type { LastDay } from "@/lib/domain/filing/self-test";

/** That a paper was verified, by which authority's reviewer in which filing, and the last day on which that still counts. */
export type Verified = { on: string; until: string | null };

/** Papers that tell what was true on the day they were written count so many days after somebody verified them. */
export const freshDays = 180;

const ends: Partial<Record<EvidenceKey, LastDay>> = {
  id_macao: "identity_expires_on",
  id_passport: "identity_expires_on",
  residence_permit: "identity_expires_on",
  travel_permit: "permit_expires_on",
  registration_certificate: "home_registration_until",
  practising_certificate: "home_registration_until",
  pi_insurance: "insurance_until",
};
/** What was passed, earned or issued for life stays so. */
const lasting: ReadonlySet<EvidenceKey> = new Set([
  "id_hkid",
  "name_change",
  "practice_experience_3y",
  "mainland_qualification",
  "law_exam_pass",
  "gba_legal_exam_pass",
  "training_certificate",
] satisfies EvidenceKey[]);

/** The last day on which a paper that was verified then still counts; null without end. `answers` are those it was verified with. */
export function verifiedUntil(key: EvidenceKey, verifiedOn: string, answers: Answers): string | null {
  if (lasting.has(key)) return null;
  const question = ends[key];
  const said = question && answers[question];
  // Without a day that was given, nothing is known to last.
  return typeof said === "string" && /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : addDays(verifiedOn, freshDays);
}

/** Does it still count on this day? Then it is offered again, and nobody is asked for it anew. */
export function stillCounts({ until }: Verified, today: string): boolean {
  return until === null || today <= until;
}
