"use server";

import { answerCheck } from "@/lib/auth/check-answers";
import { defineAction } from "@/lib/auth/define-action";
import { answerCheckSchema } from "@/lib/domain/eligibility/schema";

export const answerCheckAction = defineAction(answerCheckSchema, answerCheck, {
  access: "public",
  limit: { name: "check", points: 600, seconds: 60 * 60, by: "network" },
  next: ({ entry, next }) => `/check/${entry}/${next ?? "result"}`,
});
