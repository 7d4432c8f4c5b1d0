"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { absenceSchema, reassignSchema } from "@/lib/domain/filing/sharing-schema";

export function ReassignForm({ action, defaults, ...rest }: FormOf<typeof reassignSchema>) {
  const form = useActionForm(reassignSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function AbsenceForm({ action, defaults, ...rest }: FormOf<typeof absenceSchema>) {
  const form = useActionForm(absenceSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}
