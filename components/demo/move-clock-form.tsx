"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { moveToDaySchema } from "@/lib/domain/demonstration/schema";

type MoveClockFormProps = FormOf<typeof moveToDaySchema> & { labels: { to: string; hint: string } };

/** The day to which the office's clock is moved. */
export function MoveClockForm({ action, defaults, labels, ...rest }: MoveClockFormProps) {
  const form = useActionForm(moveToDaySchema, action, defaults);
  return (
    <ActionForm form={form} {...rest}>
      <TextField name="to" label={labels.to} hint={labels.hint} type="date" width={10} />
    </ActionForm>
  );
}
