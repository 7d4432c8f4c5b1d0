"use client";

import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import type { FormAction } from "@/lib/domain/form";

type WordsFormProps = Omit<ActionFormProps, "form"> & { action: FormAction; defaults?: Record<string, string> };

/** A form whose words only the server can judge: what is enough depends on what else was changed. */
export function WordsForm({ action, defaults = {}, ...rest }: WordsFormProps) {
  const form = useActionForm(null, action, defaults);
  return <ActionForm form={form} {...rest} />;
}
