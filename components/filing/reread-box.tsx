"use client";

import { useContext } from "react";
import { Checkbox } from "@/components/form/choice-fields";
import { FormContext } from "@/components/form/form-context";

type RereadBoxProps = { number: string; name: string; label: string; hint: string };

/** Shown once a number looks wrong: whoever has read it again is believed. */
export function RereadBox({ number, name, label, hint }: RereadBoxProps) {
  const form = useContext(FormContext);
  const isDoubted = form?.problems[number]?.startsWith("identity.") ?? false;
  if (!isDoubted && form?.valueOf(name) !== "yes" && !form?.standing[name]?.value) return null;
  return <Checkbox name={name} label={label} hint={hint} />;
}
