"use server";

import { defineAction } from "@/lib/auth/define-action";
import { signIn, signInToDemonstration } from "@/lib/auth/sign-in";
import { finishSetUp, giveCode, giveRecoveryCode, sendCodeAgain } from "@/lib/auth/sign-in-steps";
import { demonstrationSignInSchema } from "@/lib/domain/account/demonstration";
import { buttonSchema, signInSchema } from "@/lib/domain/account/schema";
import { giveCodeSchema, giveRecoveryCodeSchema, setUpSchema } from "@/lib/domain/account/second-factor";

const limit = { name: "sign-in-network", points: 60, seconds: 15 * 60, by: "network" } as const;

export const signInAction = defineAction(signInSchema, signIn, { access: "public", limit, next: ({ to }) => to });

export const signInToDemonstrationAction = defineAction(demonstrationSignInSchema, signInToDemonstration, {
  access: "demonstration",
  next: ({ to }) => to,
});

export const giveCodeAction = defineAction(giveCodeSchema, giveCode, { access: "public", limit, next: ({ to }) => to });

export const giveRecoveryCodeAction = defineAction(giveRecoveryCodeSchema, giveRecoveryCode, {
  access: "public",
  limit,
  next: ({ to }) => to,
});

export const sendCodeAgainAction = defineAction(buttonSchema, sendCodeAgain, {
  access: "public",
  limit,
  next: ({ to }) => `${to}?again=1`,
});

export const finishSetUpAction = defineAction(setUpSchema, finishSetUp, {
  access: "public",
  limit,
  next: ({ to }) => to,
});
