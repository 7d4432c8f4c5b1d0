"use client";

import { useMemo } from "react";
import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import type { FormAction } from "@/lib/domain/form";
import type { EntryRules } from "@/lib/domain/filing/questions";
import { taskFormSchema } from "@/lib/domain/filing/reading";
import type { TextTask } from "@/lib/domain/filing/schema";

type AnswersFormProps = Omit<ActionFormProps, "form" | "autosave"> & {
  task: TextTask;
  rules: EntryRules;
  /** Sealed questions that are answered already and may be left empty. */
  kept: readonly string[];
  action: FormAction;
  autosave: FormAction;
  /** Names this form among those of the browser, while its words wait to be sent. */
  saveKey: string;
  defaults: Record<string, string>;
};

/** The questions of one task: saved as they are answered, checked on Continue. */
export function AnswersForm({ task, rules, kept, action, autosave, saveKey, defaults, ...rest }: AnswersFormProps) {
  // Where something of the task stays as it was sent, only the server knows the whole.
  const isWhole = Object.keys(rest.standing ?? {}).length === 0;
  const schema = useMemo(() => (isWhole ? taskFormSchema(task, rules, kept) : null), [isWhole, task, rules, kept]);
  const form = useActionForm(schema, action, defaults);
  const saving = useMemo(() => ({ save: withoutKey(autosave), key: saveKey }), [autosave, saveKey]);
  return <ActionForm form={form} autosave={saving} {...rest} />;
}

// Saving in between is no command of its own: the key belongs to Continue, which may say the very same words.
function withoutKey(save: FormAction): FormAction {
  return (previous, data) => {
    data.delete("idempotencyKey");
    return save(previous, data);
  };
}
