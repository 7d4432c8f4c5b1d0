"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import {
  decideProceedingSchema,
  dropProceedingSchema,
  liftSchema,
  revokeSchema,
  suspendSchema,
} from "@/lib/domain/registration/proceeding-schema";

export function SuspendForm({ action, defaults, ...rest }: FormOf<typeof suspendSchema>) {
  const form = useActionForm(suspendSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function RevokeForm({ action, defaults, ...rest }: FormOf<typeof revokeSchema>) {
  const form = useActionForm(revokeSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function LiftForm({ action, defaults, ...rest }: FormOf<typeof liftSchema>) {
  const form = useActionForm(liftSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function DecideForm({ action, defaults, ...rest }: FormOf<typeof decideProceedingSchema>) {
  const form = useActionForm(decideProceedingSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function DropForm({ action, defaults, ...rest }: FormOf<typeof dropProceedingSchema>) {
  const form = useActionForm(dropProceedingSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}
