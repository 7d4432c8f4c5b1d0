"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { makeItemSchema, mostCharacters, writeMessageSchema } from "@/lib/domain/case-message/schema";

type WriteFormProps = Omit<FormOf<typeof writeMessageSchema>, "defaults"> & { label: string; hint: string };

/** A short message to the other side. */
export function WriteForm({ action, label, hint, ...rest }: WriteFormProps) {
  const form = useActionForm(writeMessageSchema, action, {});
  return (
    <ActionForm form={form} {...rest}>
      <TextArea name="words" label={label} hint={hint} rows={4} maxLength={mostCharacters} />
    </ActionForm>
  );
}

/** An item of the next request, made of what came up in a message. */
export function MakeItemForm({ action, defaults, ...rest }: FormOf<typeof makeItemSchema>) {
  const form = useActionForm(makeItemSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}
