"use client";

import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import type { FormAction } from "@/lib/domain/form";
import { jobFormSchema } from "@/lib/domain/filing/reading";

type JobFormProps = Omit<ActionFormProps, "form"> & { action: FormAction; defaults: Record<string, string> };

/** One post of the list of practice. */
export function JobForm({ action, defaults, ...rest }: JobFormProps) {
  const form = useActionForm(jobFormSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}
