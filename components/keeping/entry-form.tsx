"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { entryFormSchema } from "@/lib/domain/accreditation/schema";

/** Every part of a version of a list entry, to be written. */
export function EntryForm({
  action,
  defaults = {},
  children,
  ...rest
}: FormOf<typeof entryFormSchema> & { children: ReactNode }) {
  return (
    <ActionForm form={useActionForm(entryFormSchema, action, defaults)} {...rest}>
      {children}
    </ActionForm>
  );
}
