"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { signUpSchema } from "@/lib/domain/account/schema";

type AddressFormProps = FormOf<typeof signUpSchema> & { labels: { email: string; hint: string } };

/** The address to which a code is mailed. */
export function AddressForm({ action, defaults, labels, children, ...rest }: AddressFormProps) {
  const form = useActionForm(signUpSchema, action, defaults);
  return (
    <ActionForm form={form} {...rest}>
      {children}
      <TextField name="email" label={labels.email} hint={labels.hint} type="email" autoComplete="email" width={30} />
    </ActionForm>
  );
}
