"use server";

import { defineAction } from "@/lib/auth/define-action";
import { makeWishSchema } from "@/lib/domain/demand/schema";
import { makeWish } from "@/lib/services/make-wish";

export const makeWishAction = defineAction(makeWishSchema, makeWish, {
  access: "public",
  limit: { name: "wish", points: 10, seconds: 60 * 60, by: "network" },
  next: ({ isMailed }) => `/list/not-listed?done=${isMailed ? "mailed" : "noted"}`,
});
