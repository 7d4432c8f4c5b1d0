"use client";

import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import type { FormAction } from "@/lib/domain/form";
import { consentFormSchema } from "@/lib/domain/filing/reading";

type ConsentFormProps = Omit<ActionFormProps, "form"> & { action: FormAction; defaults: Record<string, string> };

/** One box for each use of one's data. */
export function ConsentForm({ action, defaults, ...rest }: ConsentFormProps) {
  const form = useActionForm(consentFormSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}
