"use client";

import { useMemo } from "react";
import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import type { FormAction } from "@/lib/domain/form";
import type { EntryRules } from "@/lib/domain/filing/questions";
import { taskFormSchema } from "@/lib/domain/filing/reading";
import type { TextTask } from "@/lib/domain/filing/schema";

type AnswersFormProps = Omit<ActionFormProps, "form"> & {
  task: TextTask;
  rules: EntryRules;
  /** Sealed questions that are answered already and may be left empty. */
  kept: readonly string[];
  action: FormAction;
  defaults: Record<string, string>;
};

/** The questions of one task: saved as they are answered, checked on Continue. */
export function AnswersForm({ task, rules, kept, action, defaults, ...rest }: AnswersFormProps) {
  // Where something of the task stays as it was sent, only the server knows the whole.
  const isWhole = Object.keys(rest.standing ?? {}).length === 0;
  const schema = useMemo(() => (isWhole ? taskFormSchema(task, rules, kept) : null), [isWhole, task, rules, kept]);
  const form = useActionForm(schema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}
