"use server";

import { defineAction } from "@/lib/auth/define-action";
import { confirmCode, requestCode } from "@/lib/auth/sign-up";
import { signUpWithIdentity } from "@/lib/auth/sign-up-with-identity";
import { buttonSchema, confirmSchema, signUpSchema } from "@/lib/domain/account/schema";

export const requestCodeAction = defineAction(signUpSchema, requestCode, {
  access: "public",
  limit: { name: "mailed-code-network", points: 30, seconds: 60 * 60, by: "network" },
  next: () => "/sign-up/code",
});

export const confirmCodeAction = defineAction(confirmSchema, confirmCode, {
  access: "public",
  limit: { name: "code-try-network", points: 60, seconds: 60 * 60, by: "network" },
  next: ({ to }) => to,
});

export const signUpWithIdentityAction = defineAction(buttonSchema, signUpWithIdentity, {
  access: "public",
  limit: { name: "sign-in-network", points: 60, seconds: 15 * 60, by: "network" },
  next: ({ to }) => to,
});
