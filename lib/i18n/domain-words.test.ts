import { expect, test } from "vitest";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import { fields, filers, jurisdictions, provenances, routes, rowFaults } from "@/lib/domain/accreditation/schema";
import { identityDocumentKinds, identityWarnings } from "@/lib/domain/person/identity-document";
import evidenceWords from "./messages/en/evidence.json";
import fieldWords from "./messages/en/fields.json";
import identityWords from "./messages/en/identity.json";

// The other languages have the same keys as English: messages.test.ts sees to that.

const sorted = (keys: Iterable<string>) => [...keys].sort();

test("a professional reads of every paper what it is, its exact form, an example and the commonest fault", () => {
  expect(sorted(Object.keys(evidenceWords))).toEqual(sorted(evidenceKeys));
  for (const words of Object.values(evidenceWords)) {
    expect(Object.keys(words)).toEqual(["name", "exactly", "example", "fault"]);
  }
});

test("every field, route, place, filer and provenance of the list has words, and every fault of a row", () => {
  expect(sorted(Object.keys(fieldWords.field))).toEqual(sorted(fields));
  expect(sorted(Object.keys(fieldWords.route))).toEqual(sorted(routes));
  expect(sorted(Object.keys(fieldWords.jurisdiction))).toEqual(sorted(jurisdictions));
  expect(sorted(Object.keys(fieldWords.filed_by))).toEqual(sorted(filers));
  expect(sorted(Object.keys(fieldWords.provenance))).toEqual(sorted(provenances));
  expect(sorted(Object.keys(fieldWords.row))).toEqual(sorted(rowFaults));
});

test("every kind of identity document has a name and an example, and every warning a sentence", () => {
  const { kind, example, ...warnings } = identityWords;
  expect(sorted(Object.keys(kind))).toEqual(sorted(identityDocumentKinds));
  expect(sorted(Object.keys(example))).toEqual(sorted(identityDocumentKinds));
  expect(sorted(Object.keys(warnings).map((key) => `identity.${key}`))).toEqual(sorted(identityWarnings));
});
