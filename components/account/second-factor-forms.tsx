"use client";

import { ActionForm } from "@/components/form/action-form";
import { Checkbox } from "@/components/form/choice-fields";
import { CodeField } from "@/components/form/text-fields";
import { Heading } from "@/components/ui/heading";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import {
  giveCodeSchema,
  giveRecoveryCodeSchema,
  newCodesSchema,
  setUpSchema,
} from "@/lib/domain/account/second-factor";

type CodeWords = { code: string; hint: string };

/** Six digits of the app or of a mail. */
export function SixDigitsForm({
  action,
  labels,
  children,
  ...rest
}: FormOf<typeof giveCodeSchema> & { labels: CodeWords }) {
  const form = useActionForm(giveCodeSchema, action);
  return (
    <ActionForm form={form} {...rest}>
      {children}
      <CodeField name="code" label={labels.code} hint={labels.hint} kind="otp" />
    </ActionForm>
  );
}

/** What was kept for the loss of the app. */
export function RecoveryCodeForm({
  action,
  labels,
  ...rest
}: FormOf<typeof giveRecoveryCodeSchema> & { labels: CodeWords }) {
  const form = useActionForm(giveRecoveryCodeSchema, action);
  return (
    <ActionForm form={form} {...rest}>
      <CodeField name="recovery" label={labels.code} hint={labels.hint} kind="verification" />
    </ActionForm>
  );
}

/** The end of setting an app up: the codes are kept, and the app shows a right code. */
export function SetUpForm({
  action,
  labels,
  children,
  ...rest
}: FormOf<typeof setUpSchema> & { labels: CodeWords & { kept: string; prove: string } }) {
  const form = useActionForm(setUpSchema, action);
  return (
    <ActionForm form={form} {...rest}>
      {children}
      <Checkbox name="kept" label={labels.kept} />
      <Heading level={2}>{labels.prove}</Heading>
      <CodeField name="code" label={labels.code} hint={labels.hint} kind="otp" />
    </ActionForm>
  );
}

/** New recovery codes hold once they are kept. */
export function NewCodesForm({ action, label, children, ...rest }: FormOf<typeof newCodesSchema> & { label: string }) {
  const form = useActionForm(newCodesSchema, action);
  return (
    <ActionForm form={form} {...rest}>
      {children}
      <Checkbox name="kept" label={label} />
    </ActionForm>
  );
}
