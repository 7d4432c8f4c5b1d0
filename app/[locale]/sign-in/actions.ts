"use server";

import { defineAction } from "@/lib/auth/define-action";
import { signIn, signInToDemonstration } from "@/lib/auth/sign-in";
import { demonstrationSignInSchema } from "@/lib/domain/account/demonstration";
import { signInSchema } from "@/lib/domain/account/schema";

export const signInAction = defineAction(signInSchema, signIn, {
  access: "public",
  limit: { name: "sign-in-network", points: 60, seconds: 15 * 60, by: "network" },
  next: ({ home }, { next }) => next ?? home,
});

export const signInToDemonstrationAction = defineAction(demonstrationSignInSchema, signInToDemonstration, {
  access: "demonstration",
  next: ({ home }, { next }) => next ?? home,
});
