"use server";

import { defineAction } from "@/lib/auth/define-action";
import { reassignSchema } from "@/lib/domain/filing/sharing-schema";
import { reassignFilings } from "@/lib/services/reassign-filings";

export const reassignAction = defineAction(reassignSchema, reassignFilings, {
  access: "share_out_work",
  limit: { name: "reassign", points: 60, seconds: 60, by: "account" },
  next: ({ count }) => `/review/workload?moved=${count}`,
});
