"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, type Choice } from "@/components/form/choice-fields";
import { DateParts } from "@/components/form/date-parts";
import { TextArea } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { publishVersionSchema, returnVersionSchema } from "@/lib/domain/accreditation/version-schema";

type PublishProps = {
  labels: { on: string; onHint: string; treatment: string };
  treatments: readonly Choice[];
  children?: ReactNode;
};

/** From which day a version stands on the list, and who is told of it. */
export function PublishForm({
  action,
  defaults = {},
  labels,
  treatments,
  children,
  ...rest
}: FormOf<typeof publishVersionSchema> & PublishProps) {
  return (
    <ActionForm form={useActionForm(publishVersionSchema, action, defaults)} {...rest}>
      {children}
      <DateParts name="publish_on" label={labels.on} hint={labels.onHint} />
      <RadioGroup name="treatment" label={labels.treatment} options={treatments} />
    </ActionForm>
  );
}

/** Why a version goes back to whoever wrote it. */
export function ReturnForm({ action, label, ...rest }: FormOf<typeof returnVersionSchema> & { label: string }) {
  return (
    <ActionForm form={useActionForm(returnVersionSchema, action)} {...rest}>
      <TextArea name="words" label={label} rows={3} maxLength={2000} />
    </ActionForm>
  );
}
