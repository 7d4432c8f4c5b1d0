"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { buttonLook } from "@/components/ui/button";
import { answerConfirmationSchema, askConfirmationSchema } from "@/lib/domain/confirmation/schema";

/** Whom to ask about a post. */
export function AskForm({ action, defaults = {}, ...rest }: FormOf<typeof askConfirmationSchema>) {
  return <ActionForm form={useActionForm(askConfirmationSchema, action, defaults)} {...rest} />;
}

type AnswerFormProps = FormOf<typeof answerConfirmationSchema> & { deny: string };

/** The answer of whoever was asked: two buttons, of which each says what it means. */
export function AnswerForm({ action, defaults = {}, submit, deny, ...rest }: AnswerFormProps) {
  return (
    <ActionForm
      form={useActionForm(answerConfirmationSchema, action, defaults)}
      submit={submit}
      submitAs={{ name: "answer", value: "confirmed" }}
      secondary={
        <button type="submit" name="answer" value="not_correct" className={buttonLook("secondary")}>
          {deny}
        </button>
      }
      {...rest}
    />
  );
}
