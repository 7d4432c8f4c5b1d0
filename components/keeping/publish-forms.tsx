"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, type Choice } from "@/components/form/choice-fields";
import { DateParts } from "@/components/form/date-parts";
import { TextArea } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { publishImportSchema } from "@/lib/domain/accreditation/import";
import { publishVersionSchema, returnVersionSchema } from "@/lib/domain/accreditation/version-schema";

type PublishProps = {
  labels: { on: string; onHint: string; treatment: string };
  treatments: readonly Choice[];
};

/** From which day a version stands on the list, and who is told of it. */
export function PublishForm({
  action,
  defaults = {},
  labels,
  treatments,
  ...rest
}: FormOf<typeof publishVersionSchema> & PublishProps) {
  return (
    <ActionForm form={useActionForm(publishVersionSchema, action, defaults)} {...rest}>
      <PublishFields labels={labels} treatments={treatments} />
    </ActionForm>
  );
}

/** The same for everything that a file brought. */
export function PublishImportForm({
  action,
  defaults = {},
  labels,
  treatments,
  ...rest
}: FormOf<typeof publishImportSchema> & PublishProps) {
  return (
    <ActionForm form={useActionForm(publishImportSchema, action, defaults)} {...rest}>
      <PublishFields labels={labels} treatments={treatments} />
    </ActionForm>
  );
}

function PublishFields({ labels, treatments }: PublishProps) {
  return (
    <>
      <DateParts name="publish_on" label={labels.on} hint={labels.onHint} />
      <RadioGroup name="treatment" label={labels.treatment} options={treatments} />
    </>
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
