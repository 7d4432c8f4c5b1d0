"use client";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { changePasswordSchema } from "@/lib/domain/account/schema";

type ChangePasswordFormProps = FormOf<typeof changePasswordSchema> & {
  labels: { current: string; password: string; hint: string };
};

export function ChangePasswordForm({ action, defaults, labels, ...rest }: ChangePasswordFormProps) {
  const form = useActionForm(changePasswordSchema, action, defaults);
  return (
    <ActionForm form={form} {...rest}>
      <PasswordField name="currentPassword" label={labels.current} autoComplete="current-password" />
      <PasswordField name="password" label={labels.password} hint={labels.hint} autoComplete="new-password" />
    </ActionForm>
  );
}
