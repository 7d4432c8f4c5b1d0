"use server";

import { defineAction } from "@/lib/auth/define-action";
import { beginLink, unlink } from "@/lib/auth/link-identity";
import { buttonSchema } from "@/lib/domain/account/schema";

const door = { access: "signed_in", fresh: true } as const;

export const beginLinkAction = defineAction(buttonSchema, beginLink, {
  ...door,
  next: () => "/account/digital-identity/link",
});

export const unlinkAction = defineAction(buttonSchema, unlink, {
  ...door,
  next: () => "/account/digital-identity?done=unlinked",
});
