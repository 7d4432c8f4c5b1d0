import type { ExaminationRow } from "@/lib/data/examinations";
import type { FilingRow } from "@/lib/data/filing-facts";
import { evidenceKeys, papersFor, type EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { rulesOf } from "@/lib/services/filing-facts";

export type PaperFile = {
  id: string;
  half: "original" | "translation" | "notarisation";
  name: string;
  mediaType: string;
  size: number;
  pages: number;
  sha256: string;
  verdict: string;
  uploadedAt: Date;
};
export type PaperGroup = { key: EvidenceKey; files: PaperFile[]; earlier: PaperFile[] };
/** The papers of the entry, each with its files: those that count, and those they took the place of. */
export function paperGroups(row: FilingRow, details: ExaminationRow): PaperGroup[] {
  const keys = [
    ...papersFor(rulesOf(row)).map(({ key }) => key),
    // A paper that the entry does not ask for is shown all the same.
    ...evidenceKeys,
  ];
  return [...new Set(keys)].flatMap((key) => {
    const files = details.papers.filter(({ evidenceKey }) => evidenceKey === key);
    if (files.length === 0) return [];
    return [
      {
        key,
        files: files.filter(({ isEarlier }) => !isEarlier).map(fileView),
        earlier: files.filter(({ isEarlier }) => isEarlier).map(fileView),
      },
    ];
  });
}

function fileView(paper: ExaminationRow["papers"][number]): PaperFile {
  const { id, half, name, mediaType, size, pages, sha256, verdict, uploadedAt } = paper;
  return { id, half, name, mediaType, size, pages: pages ?? 1, sha256, verdict, uploadedAt: new Date(uploadedAt) };
}

// Which paper one looks at for a check of answers.
const proofs: Record<string, readonly EvidenceKey[]> = {
  names: ["id_hkid", "id_macao", "id_passport", "registration_certificate"],
  identity: ["id_hkid", "id_macao", "id_passport", "travel_permit", "residence_permit"],
  home_registration: ["registration_certificate", "practising_certificate", "good_standing"],
  institution: ["employment_proof", "employer_verification_statement", "institution_filing"],
  experience: ["practice_experience_3y", "employment_proof"],
  declarations: ["no_discipline", "no_discipline_3y", "good_standing"],
};

/** The file that proves a check, where there is one to look at. */
export function provedBy(key: string, paper: string | undefined, papers: readonly PaperGroup[]): string | null {
  const wanted: readonly string[] = paper === undefined ? (proofs[key] ?? []) : [paper];
  for (const it of wanted) {
    const file = papers.find((group) => group.key === it)?.files[0];
    if (file) return file.id;
  }
  return null;
}
