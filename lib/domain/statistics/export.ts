import * as z from "zod";

/** What rows may be taken out of the product for. */
export const exportPurposes = ["report", "inquiry", "check"] as const;
export type ExportPurpose = (typeof exportPurposes)[number];

const filter = z.string().max(40).optional();

/** What an export asks for besides the number: what for, and the filters, which the number itself reads. */
export const exportSchema = z.strictObject({
  purpose: z.enum(exportPurposes),
  field: filter,
  state: filter,
  owner: filter,
  month: filter,
});

/** So many rows go into one file; who needs more narrows down what is counted. */
export const mostExported = 50_000;
