"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Checkbox, RadioGroup, type Choice } from "@/components/form/choice-fields";
import { TextArea } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { answerDataRequestSchema, askCorrectionSchema, askErasureSchema } from "@/lib/domain/personal-data/schema";

type CorrectionProps = {
  children: ReactNode;
  labels: { subject: string; words: string; hint: string };
  subjects: readonly Choice[];
};

/** What is wrong, and what should stand there. */
export function CorrectionForm({
  action,
  labels,
  subjects,
  children,
  ...rest
}: FormOf<typeof askCorrectionSchema> & CorrectionProps) {
  const form = useActionForm(askCorrectionSchema, action);
  return (
    <ActionForm form={form} {...rest}>
      {children}
      <RadioGroup name="subject" label={labels.subject} options={subjects} />
      <TextArea name="words" label={labels.words} hint={labels.hint} maxLength={2000} />
    </ActionForm>
  );
}

/** The last word before something is erased. */
export function ErasureForm({
  action,
  label,
  children,
  ...rest
}: FormOf<typeof askErasureSchema> & { label: string; children: ReactNode }) {
  const form = useActionForm(askErasureSchema, action);
  return (
    <ActionForm form={form} {...rest}>
      {children}
      <Checkbox name="understood" label={label} />
    </ActionForm>
  );
}

type AnswerProps = { labels: { outcome: string; answer: string }; outcomes: readonly Choice[] };

/** How the office answers what somebody asked about their data. */
export function AnswerRequestForm({
  action,
  labels,
  outcomes,
  ...rest
}: FormOf<typeof answerDataRequestSchema> & AnswerProps) {
  const form = useActionForm(answerDataRequestSchema, action);
  return (
    <ActionForm form={form} {...rest}>
      <RadioGroup name="outcome" label={labels.outcome} options={outcomes} inline />
      <TextArea name="answer" label={labels.answer} maxLength={2000} rows={3} />
    </ActionForm>
  );
}
