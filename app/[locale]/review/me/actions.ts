"use server";

import { defineAction } from "@/lib/auth/define-action";
import { absenceIdSchema, absenceSchema } from "@/lib/domain/filing/sharing-schema";
import { noteAbsence, takeBackAbsence } from "@/lib/services/absences";

const limit = { name: "absence", points: 30, seconds: 60, by: "account" } as const;

export const noteAbsenceAction = defineAction(absenceSchema, noteAbsence, { access: "read_queue", limit });
export const takeBackAbsenceAction = defineAction(absenceIdSchema, takeBackAbsence, { access: "read_queue", limit });
