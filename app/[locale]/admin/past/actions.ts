"use server";

import { defineAction } from "@/lib/auth/define-action";
import { signMonthSchema } from "@/lib/domain/statistics/past-day";
import { signOffMonth } from "@/lib/services/past-days";

export const signOffMonthAction = defineAction(signMonthSchema, signOffMonth, { access: "view_statistics" });
