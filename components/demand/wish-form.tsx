"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { makeWishSchema } from "@/lib/domain/demand/schema";

/** A qualification that is not on the list, and whether one wants to be told. */
export function WishForm({ action, defaults = {}, ...rest }: FormOf<typeof makeWishSchema>) {
  return <ActionForm form={useActionForm(makeWishSchema, action, defaults)} {...rest} />;
}
