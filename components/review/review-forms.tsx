"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import {
  allowRoundSchema,
  confirmSchema,
  declineSchema,
  holdSchema,
  lookAlikeSchema,
  proposeApprovalSchema,
  proposeRefusalSchema,
  proposeReopeningSchema,
  returnSchema,
  revealSchema,
} from "@/lib/domain/filing/review-schema";

export function DeclineForm({ action, defaults, ...rest }: FormOf<typeof declineSchema>) {
  const form = useActionForm(declineSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function ProposeApprovalForm({ action, defaults, ...rest }: FormOf<typeof proposeApprovalSchema>) {
  const form = useActionForm(proposeApprovalSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function ProposeRefusalForm({ action, defaults, ...rest }: FormOf<typeof proposeRefusalSchema>) {
  const form = useActionForm(proposeRefusalSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function ConfirmForm({ action, defaults, ...rest }: FormOf<typeof confirmSchema>) {
  const form = useActionForm(confirmSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function ReturnForm({ action, defaults, ...rest }: FormOf<typeof returnSchema>) {
  const form = useActionForm(returnSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function HoldForm({ action, defaults, ...rest }: FormOf<typeof holdSchema>) {
  const form = useActionForm(holdSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function AllowRoundForm({ action, defaults, ...rest }: FormOf<typeof allowRoundSchema>) {
  const form = useActionForm(allowRoundSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function ProposeReopeningForm({ action, defaults, ...rest }: FormOf<typeof proposeReopeningSchema>) {
  const form = useActionForm(proposeReopeningSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function LookAlikeForm({ action, defaults, ...rest }: FormOf<typeof lookAlikeSchema>) {
  const form = useActionForm(lookAlikeSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function RevealForm({ action, defaults, ...rest }: FormOf<typeof revealSchema>) {
  const form = useActionForm(revealSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}
