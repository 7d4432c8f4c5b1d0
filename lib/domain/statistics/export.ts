import * as z from "zod";

/** What rows may be taken out of the product for. */
export const exportPurposes = ["report", "inquiry", "check"] as const;
export type ExportPurpose = (typeof exportPurposes)[number];

/** What an export asks for besides the number and its filters. */
export const exportSchema = z.looseObject({ purpose: z.enum(exportPurposes) });

/** So many rows go into one file; who needs more narrows down what is counted. */
export const mostExported = 50_000;
