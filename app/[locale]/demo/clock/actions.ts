"use server";

import { defineAction } from "@/lib/auth/define-action";
import { moveByDaysSchema, moveToDaySchema } from "@/lib/domain/demonstration/schema";
import { moveOfficeClock, reportPath } from "@/lib/services/move-office-clock";

export const moveByDaysAction = defineAction(moveByDaysSchema, moveOfficeClock, {
  access: "demonstration",
  next: reportPath,
});

export const moveToDayAction = defineAction(moveToDaySchema, moveOfficeClock, {
  access: "demonstration",
  next: reportPath,
});
