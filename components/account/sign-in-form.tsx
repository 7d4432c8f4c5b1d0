"use client";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField, TextField } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { signInSchema } from "@/lib/domain/account/schema";

type SignInFormProps = FormOf<typeof signInSchema> & { labels: { email: string; password: string } };

/** Address and password, in the order in which password managers fill them. */
export function SignInForm({ action, defaults, labels, ...rest }: SignInFormProps) {
  const form = useActionForm(signInSchema, action, defaults);
  return (
    <ActionForm form={form} {...rest}>
      <TextField name="email" label={labels.email} type="email" autoComplete="username" width={30} />
      <PasswordField name="password" label={labels.password} autoComplete="current-password" />
    </ActionForm>
  );
}
