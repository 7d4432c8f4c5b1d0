"use client";

import { ActionForm } from "@/components/form/action-form";
import { CodeField, PasswordField } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { confirmSchema } from "@/lib/domain/account/schema";

type CodeFormProps = FormOf<typeof confirmSchema> & {
  labels: { code: string; codeHint: string; password: string; passwordHint: string };
};

/** The mailed code and the password that is to be. */
export function CodeForm({ action, defaults, labels, children, ...rest }: CodeFormProps) {
  const form = useActionForm(confirmSchema, action, defaults);
  return (
    <ActionForm form={form} {...rest}>
      {children}
      <CodeField name="code" label={labels.code} hint={labels.codeHint} kind="otp" />
      <PasswordField name="password" label={labels.password} hint={labels.passwordHint} autoComplete="new-password" />
    </ActionForm>
  );
}
