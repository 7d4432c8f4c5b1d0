import { expect, test } from "vitest";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import { paperShapes, shapeOf } from "./shapes";

test("every paper has a shape, and every shape a paper", () => {
  expect(new Set(evidenceKeys.map(shapeOf))).toEqual(new Set(paperShapes));
});

test("an identity card is drawn as a card, a passport as a passport, a contract as a letter", () => {
  expect([shapeOf("id_hkid"), shapeOf("id_passport"), shapeOf("employment_proof")]).toEqual([
    "card",
    "passport",
    "letter",
  ]);
});
