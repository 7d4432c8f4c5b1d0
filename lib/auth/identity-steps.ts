import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { stepMinutes } from "@/lib/domain/account/second-factor";
import { env } from "@/lib/env";
import { sealedCookie } from "./sealed-cookie";

/** The account that an identity is to be linked to, and the session in which its owner said so. */
const linking = z.object({ account: z.string(), session: z.string() });
export type Linking = z.output<typeof linking>;

/** How far somebody has come with their digital identity. None of it opens anything by itself. */
const steps = z.discriminatedUnion("step", [
  z.object({ step: z.literal("link"), link: linking }),
  z.object({
    step: z.literal("asked"),
    state: z.string(),
    nonce: z.string(),
    verifier: z.string(),
    locale: z.enum(["en", "zh-Hant", "zh-Hans"]),
    next: z.string(),
    link: linking.nullable(),
  }),
  z.object({
    step: z.literal("sign_up"),
    state: z.string(),
    issuer: z.string(),
    subject: z.string(),
    email: z.string(),
    next: z.string(),
  }),
]);
export type IdentityStep = z.output<typeof steps>;

const cookie = sealedCookie("digital-identity", steps);

/** Where somebody is on their way through the provider and back. */
export const identityStep = {
  read: cookie.read,
  drop: cookie.drop,
  give: (step: IdentityStep) => cookie.give(step, stepMinutes * 60),
};

/** Each way to the provider ends once: its answer, and the account that is made with it, are taken a single time. */
export const onceEach = (name: "answer" | "sign-up") =>
  ({ name: `digital-identity-${name}`, points: 1, seconds: 2 * stepMinutes * 60 }) as const;

/** What people call the provider they may sign in with; null where there is none. */
export async function providerName(locale: Locale): Promise<string | null> {
  if (!env.identityProvider) return null;
  const named = env.identityProvider.names[locale];
  return named ?? (await getTranslations({ locale, namespace: "digital_identity" }))("provider");
}
