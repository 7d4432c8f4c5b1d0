import type { ExaminationRow } from "@/lib/data/examinations";
import type { FilingRow } from "@/lib/data/filing-facts";
import { evidenceKeys, papersFor, type EvidenceKey } from "@/lib/domain/accreditation/evidence";
import { documentHalves, type DocumentHalf } from "@/lib/domain/document/file";
import { rulesOf } from "@/lib/services/filing-facts";

export type PaperFile = {
  id: string;
  half: DocumentHalf;
  name: string;
  mediaType: string;
  size: number;
  pages: number;
  sha256: string;
  verdict: string;
  uploadedAt: Date;
  /** Which of how many of its part it is; null where it stands alone or stands no more. */
  among: { number: number; of: number } | null;
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
    const mine = details.papers.filter(({ evidenceKey }) => evidenceKey === key);
    if (mine.length === 0) return [];
    const files = documentHalves.flatMap((half) => {
      const standing = mine.filter((it) => !it.isEarlier && it.half === half).sort((a, b) => a.place - b.place);
      const of = standing.length;
      return standing.map((it, at) => fileView(it, of > 1 ? { number: at + 1, of } : null));
    });
    return [{ key, files, earlier: mine.filter(({ isEarlier }) => isEarlier).map((it) => fileView(it)) }];
  });
}

function fileView(paper: ExaminationRow["papers"][number], among: PaperFile["among"] = null): PaperFile {
  const { id, half, name, mediaType, size, pages, sha256, verdict, uploadedAt } = paper;
  return {
    id,
    half,
    name,
    mediaType,
    size,
    pages: pages ?? 1,
    sha256,
    verdict,
    uploadedAt: new Date(uploadedAt),
    among,
  };
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
