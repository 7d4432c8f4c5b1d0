"use client";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { acceptInvitationSchema } from "@/lib/domain/account/schema";

type InvitationFormProps = FormOf<typeof acceptInvitationSchema> & { labels: { password: string; hint: string } };

/** The password with which somebody takes up an invitation. */
export function InvitationForm({ action, labels, children, ...rest }: InvitationFormProps) {
  const form = useActionForm(acceptInvitationSchema, action);
  return (
    <ActionForm form={form} {...rest}>
      {children}
      <PasswordField name="password" label={labels.password} hint={labels.hint} autoComplete="new-password" />
    </ActionForm>
  );
}
