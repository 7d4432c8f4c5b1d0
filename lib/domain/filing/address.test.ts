import { expect, test } from "vitest";
import { filingReference } from "@/lib/domain/codes/references";
import { filingAddress, parseFilingAddress } from "./address";

const id = "0198f3a2-7c5e-7d31-b5a4-9e1c2d3f4a5b";
const reference = filingReference(2026, 123);

test("a draft is found by its id, a submitted filing by either", () => {
  expect(parseFilingAddress(id.toUpperCase())).toEqual({ id });
  expect(parseFilingAddress(reference.toLowerCase())).toEqual({ reference });
  expect(filingAddress({ id, reference: null })).toBe(id);
  expect(filingAddress({ id, reference })).toBe(reference);
});

test("what can name no filing names none", () => {
  for (const typed of ["", "new", "QH-2026-000123", `${id}0`, "../review"]) {
    expect(parseFilingAddress(typed)).toBeNull();
  }
});
