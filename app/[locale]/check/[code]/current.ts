import { cache } from "react";
import { currentCheck } from "@/lib/auth/check-answers";
import { officeNow } from "@/lib/auth/current-actor";
import { viewCheck } from "@/lib/services/view-check";

/** The check of an entry with what this browser answered so far, read once per request. */
export const checkOf = cache(async (code: string) => viewCheck(code, await currentCheck(code), await officeNow()));
