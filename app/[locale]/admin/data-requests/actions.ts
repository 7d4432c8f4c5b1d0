"use server";

import { defineAction } from "@/lib/auth/define-action";
import { answerDataRequestSchema } from "@/lib/domain/personal-data/schema";
import { answerRequest } from "@/lib/services/answer-data-request";

export const answerDataRequestAction = defineAction(answerDataRequestSchema, answerRequest, {
  access: "answer_data_requests",
});
