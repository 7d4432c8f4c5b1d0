"use server";

import { defineAction } from "@/lib/auth/define-action";
import {
  decideProceedingSchema,
  dropProceedingSchema,
  liftSchema,
  revokeSchema,
  suspendSchema,
} from "@/lib/domain/registration/proceeding-schema";
import { decideProceeding, dropProceeding } from "@/lib/services/decide-proceeding";
import { proposeLifting, proposeRevocation, proposeSuspension } from "@/lib/services/open-proceeding";

const limit = { name: "proceeding", points: 60, seconds: 60, by: "account" } as const;
const file = (done: string) => (it: { number: string }) => `/review/registrations/${it.number}?done=${done}`;

export const proposeSuspensionAction = defineAction(suspendSchema, proposeSuspension, {
  access: "staff",
  limit,
  next: file("opened"),
});
export const proposeRevocationAction = defineAction(revokeSchema, proposeRevocation, {
  access: "staff",
  limit,
  next: file("opened"),
});
export const proposeLiftingAction = defineAction(liftSchema, proposeLifting, {
  access: "staff",
  limit,
  next: file("put_forward"),
});
export const decideProceedingAction = defineAction(decideProceedingSchema, decideProceeding, {
  access: "staff",
  limit,
  fresh: true,
  next: file("decided"),
});
export const dropProceedingAction = defineAction(dropProceedingSchema, dropProceeding, {
  access: "staff",
  limit,
  next: file("dropped"),
});
