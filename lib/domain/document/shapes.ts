import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";

/** What a paper looks like, roughly: its drawing, and the faults that papers of its kind share. */
export const paperShapes = ["card", "passport", "certificate", "letter", "table", "portrait"] as const;
export type PaperShape = (typeof paperShapes)[number];

/** The keys that are uploaded; the form itself and the halves of other papers are not. */
type Uploaded = Exclude<EvidenceKey, "application_form" | "zh_translation" | "notarisation">;

const shapes: Record<Uploaded, PaperShape> = {
  id_hkid: "card",
  id_macao: "card",
  id_passport: "passport",
  travel_permit: "card",
  residence_permit: "card",
  work_permit: "card",
  name_change: "certificate",
  registration_certificate: "certificate",
  practising_certificate: "certificate",
  good_standing: "letter",
  practice_experience_3y: "letter",
  no_discipline: "letter",
  no_discipline_3y: "letter",
  mainland_qualification: "certificate",
  law_exam_pass: "certificate",
  gba_legal_exam_pass: "certificate",
  training_certificate: "certificate",
  employment_proof: "letter",
  employer_verification_statement: "letter",
  institution_filing: "certificate",
  health_check: "letter",
  medical_fitness: "certificate",
  photo: "portrait",
  cpd_record: "table",
  pi_insurance: "table",
};

/** What this paper looks like. */
export function shapeOf(key: EvidenceKey): PaperShape {
  return key in shapes ? shapes[key as Uploaded] : "letter";
}
