"use client";

import * as z from "zod";
import { ActionForm } from "@/components/form/action-form";
import { useActionForm, type FormOf } from "@/components/form/use-action-form";
import type { FormAction } from "@/lib/domain/form";

const sampleSchema = z.object({
  surname: z.string().trim().min(1, "validation.name_latin"),
  hkid: z.string().min(1, "validation.hkid"),
  born: z.iso.date("validation.date"),
  route: z.enum(["examination", "reciprocity"], "validation.choose_one"),
  fields: z.array(z.string(), "validation.choose_any").min(1, "validation.choose_any"),
  field: z.string().min(1, "validation.choose_one"),
  work: z.string().min(1, "validation.required"),
  consent: z.literal("yes", "validation.must_consent"),
  password: z.string().min(12, "validation.password_short"),
  code: z.string().min(6, "validation.code"),
});

/** Refuses whatever passes, so that a refusal without fields can be seen too. */
const refuseAll: FormAction = async () => ({ status: "refused", refusal: { code: "stale" }, values: {} });

export function SampleForm(props: Omit<FormOf<typeof sampleSchema>, "action">) {
  const form = useActionForm(sampleSchema, refuseAll, props.defaults);
  return <ActionForm form={form} autosave={{ save: async () => ({ status: "done" }), key: "sample" }} {...props} />;
}
