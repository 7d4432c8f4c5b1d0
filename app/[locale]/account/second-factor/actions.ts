"use server";

import { beginNewCodes, beginSetUp, confirmNewCodes, confirmSetUp, removeApp } from "@/lib/auth/change-app";
import { defineAction } from "@/lib/auth/define-action";
import { buttonSchema } from "@/lib/domain/account/schema";
import { newCodesSchema, setUpSchema } from "@/lib/domain/account/second-factor";

const door = { access: "signed_in", fresh: true } as const;

export const beginSetUpAction = defineAction(buttonSchema, beginSetUp, {
  ...door,
  next: () => "/account/second-factor/set-up",
});

export const confirmSetUpAction = defineAction(setUpSchema, confirmSetUp, {
  ...door,
  next: () => "/account/second-factor?done=set_up",
});

export const removeAppAction = defineAction(buttonSchema, removeApp, {
  ...door,
  next: () => "/account/second-factor?done=removed",
});

export const beginNewCodesAction = defineAction(buttonSchema, beginNewCodes, {
  ...door,
  next: () => "/account/second-factor/codes",
});

export const confirmNewCodesAction = defineAction(newCodesSchema, confirmNewCodes, {
  ...door,
  next: () => "/account/second-factor?done=codes",
});
