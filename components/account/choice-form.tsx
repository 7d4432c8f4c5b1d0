"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, type Choice } from "@/components/form/choice-fields";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { languageSchema, themeSchema } from "@/lib/domain/account/schema";

type ChoiceProps = { question: string; options: readonly Choice[] };

/** In which language somebody reads. */
export function LanguageForm({
  action,
  defaults,
  question,
  options,
  ...rest
}: FormOf<typeof languageSchema> & ChoiceProps) {
  const form = useActionForm(languageSchema, action, defaults);
  return (
    <ActionForm form={form} {...rest}>
      <RadioGroup name="locale" label={question} options={options} />
    </ActionForm>
  );
}

/** How the pages look in this browser. */
export function ThemeForm({ action, defaults, question, options, ...rest }: FormOf<typeof themeSchema> & ChoiceProps) {
  const form = useActionForm(themeSchema, action, defaults);
  return (
    <ActionForm form={form} {...rest}>
      <RadioGroup name="theme" label={question} options={options} />
    </ActionForm>
  );
}
