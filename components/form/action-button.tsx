"use client";

import type { ReactNode } from "react";
import type { ButtonKind } from "@/components/ui/button";
import type { FormAction } from "@/lib/domain/form";
import { ActionForm } from "./action-form";
import { useActionForm } from "./use-action-form";

type ActionButtonProps = {
  action: FormAction;
  hidden?: Record<string, string>;
  label: ReactNode;
  kind?: ButtonKind;
  errorWords?: Record<string, string>;
  done?: string;
};

/** One button that does one thing. */
export function ActionButton({ action, label, kind = "secondary", ...rest }: ActionButtonProps) {
  const form = useActionForm(null, action);
  return <ActionForm form={form} submit={label} submitKind={kind} inline {...rest} />;
}
