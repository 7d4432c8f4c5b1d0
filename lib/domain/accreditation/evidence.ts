import type { IdentityDocumentKind } from "@/lib/domain/person/identity-document";

type Evidence = {
  /** The form is the filing itself; a half completes another paper; a declaration is an answer that a paper may support. */
  kind: "upload" | "form" | "half" | "declaration";
  /** The identity documents that meet this key. */
  documents?: readonly [IdentityDocumentKind, ...IdentityDocumentKind[]];
  /** A translation or an attested copy may stand beside the original. */
  isPair?: true;
  isOptional?: true;
};

/** Everything an entry may ask for, in the order in which a person gathers it. */
export const evidence = {
  application_form: { kind: "form" },
  id_hkid: { kind: "upload", documents: ["hkid"], isPair: true },
  id_macao: { kind: "upload", documents: ["macao_id"], isPair: true },
  id_passport: { kind: "upload", documents: ["passport"], isPair: true },
  travel_permit: {
    kind: "upload",
    documents: ["home_return_permit", "home_return_permit_non_chinese"],
    isPair: true,
  },
  residence_permit: { kind: "upload", documents: ["residence_permit"] },
  work_permit: { kind: "upload" },
  name_change: { kind: "upload", isPair: true, isOptional: true },
  registration_certificate: { kind: "upload", isPair: true },
  practising_certificate: { kind: "upload" },
  good_standing: { kind: "upload" },
  practice_experience_3y: { kind: "upload" },
  no_discipline: { kind: "declaration" },
  no_discipline_3y: { kind: "declaration" },
  mainland_qualification: { kind: "upload" },
  law_exam_pass: { kind: "upload" },
  gba_legal_exam_pass: { kind: "upload" },
  training_certificate: { kind: "upload" },
  employment_proof: { kind: "upload" },
  employer_verification_statement: { kind: "upload" },
  institution_filing: { kind: "upload" },
  health_check: { kind: "upload" },
  medical_fitness: { kind: "upload" },
  zh_translation: { kind: "half" },
  notarisation: { kind: "half" },
  photo: { kind: "upload", isOptional: true },
  cpd_record: { kind: "upload", isOptional: true },
  pi_insurance: { kind: "upload", isOptional: true },
} as const satisfies Record<string, Evidence>;

export type EvidenceKey = keyof typeof evidence;

export const evidenceKeys = Object.keys(evidence) as [EvidenceKey, ...EvidenceKey[]];

export const paperHalves = ["translation", "notarisation"] as const;
export type PaperHalf = (typeof paperHalves)[number];

/** One row of the papers page: what to upload, whether one must, and which second halves go with it. */
export type Paper = { key: EvidenceKey; isRequired: boolean; halves: readonly PaperHalf[] };

/** The papers an entry asks for, in the order in which a person gathers them. */
export function papersFor(entry: { evidence: readonly string[] }): Paper[] {
  const asked = new Set(entry.evidence);
  const halves = paperHalves.filter((half) => asked.has(half === "translation" ? "zh_translation" : half));
  return evidenceKeys
    .filter((key) => asked.has(key) && isPaper(key))
    .map((key) => ({ key, isRequired: isRequired(key), halves: ruleOf(key).isPair ? halves : [] }));
}

/** Whether this is a copy of an identity document, kept apart and deleted first. */
export function isIdentityPaper(key: EvidenceKey): boolean {
  return identityDocumentsFor(key).length > 0;
}

/** The kinds of identity document that meet this key; none for other papers. */
export function identityDocumentsFor(key: EvidenceKey): readonly IdentityDocumentKind[] {
  return ruleOf(key).documents ?? [];
}

const ruleOf = (key: EvidenceKey): Evidence => evidence[key];
const isPaper = (key: EvidenceKey) => ["upload", "declaration"].includes(ruleOf(key).kind);
const isRequired = (key: EvidenceKey) => ruleOf(key).kind === "upload" && !ruleOf(key).isOptional;
