"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import { giveRightSchema, inviteColleagueSchema, takeRightsSchema } from "@/lib/domain/account/staff";

export function InviteColleagueForm({ action, defaults, ...rest }: FormOf<typeof inviteColleagueSchema>) {
  const form = useActionForm(inviteColleagueSchema, action, defaults);
  return <ActionForm form={form} {...rest} />;
}

export function GiveRightForm({ action, ...rest }: FormOf<typeof giveRightSchema>) {
  const form = useActionForm(giveRightSchema, action);
  return <ActionForm form={form} {...rest} />;
}

export function TakeRightsForm({ action, ...rest }: FormOf<typeof takeRightsSchema>) {
  const form = useActionForm(takeRightsSchema, action);
  return <ActionForm form={form} {...rest} />;
}
