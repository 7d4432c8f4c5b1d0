"use client";

import { useMemo } from "react";
import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { checkFormSchema, type CheckQuestion } from "@/lib/domain/eligibility/questions";
import type { EntryRules } from "@/lib/domain/filing/questions";
import type { FormAction } from "@/lib/domain/form";

type CheckFormProps = Omit<ActionFormProps, "form"> & {
  question: CheckQuestion;
  rules: EntryRules;
  /** The day on which it is asked. */
  today: string;
  action: FormAction;
  defaults: Record<string, string | string[]>;
};

/** One question of the check. */
export function CheckForm({ question, rules, today, action, defaults, ...rest }: CheckFormProps) {
  const schema = useMemo(() => checkFormSchema(question, rules, today), [question, rules, today]);
  return <ActionForm form={useActionForm(schema, action, defaults)} {...rest} />;
}
