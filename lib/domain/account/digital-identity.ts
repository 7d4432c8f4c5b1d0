import * as z from "zod";
import { returnPathSchema } from "./return-path";

/** Whom a provider knows somebody as: its subject means nothing without the issuer. */
export type DigitalIdentity = { issuer: string; subject: string };

/** Why nobody came in, or nothing was linked. */
export const identityProblems = ["away", "declined", "over", "not_linked", "taken", "wait"] as const;
export type IdentityProblem = (typeof identityProblems)[number];

/** What the address says that leads to the provider. */
export const askProviderSchema = z.strictObject({
  locale: z.enum(["en", "zh-Hant", "zh-Hans"]),
  next: returnPathSchema,
  purpose: z.enum(["sign_in", "link"]).default("sign_in"),
});

const said = z.string().max(4_000).optional();

/** What a provider says when it sends somebody back; what else it adds is left unread. */
export const providerAnswerSchema = z.object({
  state: said,
  code: said,
  iss: said,
  error: said,
});
export type ProviderAnswer = z.output<typeof providerAnswerSchema>;
