import { expect, test } from "vitest";
import { issuingBodyInitials } from "./initials";

test.each([
  ["Architects Registration Board (Hong Kong)", "ARB"],
  ["Hong Kong Institute of Certified Public Accountants", "HKICPA"],
  ["The Taxation Institute of Hong Kong", "TIHK"],
  ["Royal Institution of Chartered Surveyors", "RICS"],
  ["Association of Chartered Certified Accountants", "ACCA"],
  ["Securities and Futures Commission (Hong Kong)", "SFC"],
  ["Dental Council of Hong Kong", "DCHK"],
  ["Radiographers Board, Hong Kong", "RB"],
])("people look for %s as %s", (name, initials) => {
  expect(issuingBodyInitials(name).split(" ")).toContain(initials);
});
