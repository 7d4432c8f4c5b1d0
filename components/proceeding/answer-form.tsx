"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { answerProceedingSchema } from "@/lib/domain/registration/proceeding-schema";

export function AnswerProceedingForm({ action, defaults, ...rest }: FormOf<typeof answerProceedingSchema>) {
  const form = useActionForm(answerProceedingSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}
