import { describe, expect, test } from "vitest";
import { readCsv } from "@/prisma/data/read-csv";
import { evidence, evidenceKeys, identityDocumentsFor, isIdentityPaper, papersFor } from "./evidence";

const entries = readCsv("accreditation-list.csv").map((row) => ({
  code: row["code"],
  evidence: (row["evidence_required"] ?? "").split("|"),
}));

const papersOf = (code: string) => papersFor(entries.find((entry) => entry.code === code) ?? { evidence: [] });

describe("a professional is asked for", () => {
  test("four papers as an architect, three of them with a translation and an attested copy", () => {
    const attested = { isRequired: true, halves: ["translation", "notarisation"] };
    expect(papersOf("QH-CON-HK-ARCHITECT")).toEqual([
      { key: "id_hkid", ...attested },
      { key: "travel_permit", ...attested },
      { key: "registration_certificate", ...attested },
      { key: "employment_proof", isRequired: true, halves: [] },
    ]);
  });

  test("no proof of a clean record where a declaration will do", () => {
    expect(papersFor({ evidence: ["no_discipline_3y", "id_hkid"] })).toEqual([
      { key: "id_hkid", isRequired: true, halves: [] },
      { key: "no_discipline_3y", isRequired: false, halves: [] },
    ]);
  });

  test("insurance, training record and photo only as an offer", () => {
    const papers = papersFor({ evidence: ["pi_insurance", "cpd_record", "photo"] });
    expect(papers.map((paper) => paper.isRequired)).toEqual([false, false, false]);
  });

  test("never the form, nor half a pair alone, nor a paper nobody knows", () => {
    expect(papersFor({ evidence: ["application_form", "zh_translation", "notarisation", "horoscope"] })).toEqual([]);
  });

  test("each paper once", () => {
    expect(papersFor({ evidence: ["id_hkid", "id_hkid"] })).toHaveLength(1);
  });
});

test("the list asks for nothing that we have no rule for", () => {
  const unknown = entries.flatMap((entry) => entry.evidence).filter((key) => !(key in evidence));
  expect(unknown).toEqual([]);
});

test("every entry asks for at least one identity paper and says so", () => {
  const without = entries.filter((entry) => !papersFor(entry).some((paper) => isIdentityPaper(paper.key)));
  expect(without).toEqual([]);
});

test("a permanent resident who is not a Chinese citizen is welcome with the other permit", () => {
  expect(identityDocumentsFor("travel_permit")).toEqual(["home_return_permit", "home_return_permit_non_chinese"]);
  expect(identityDocumentsFor("employment_proof")).toEqual([]);
});

test("identity papers are these five and no others", () => {
  expect(evidenceKeys.filter(isIdentityPaper)).toEqual([
    "id_hkid",
    "id_macao",
    "id_passport",
    "travel_permit",
    "residence_permit",
  ]);
});
