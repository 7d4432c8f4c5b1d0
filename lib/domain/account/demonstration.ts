import * as z from "zod";
import { returnPathSchema } from "./return-path";

/** The fixed people of the demonstration office, in the order in which they stand on the sign-in page. */
export const demonstrationPeople = [
  "chan.taiman@demo.example",
  "wong.siuling@demo.example",
  "lee.kafai@demo.example",
  "ho.meiyee@demo.example",
  "yip.waiyee@demo.example",
  "tam.chiho@demo.example",
  "mak.lokyan@demo.example",
  "cheung.waiman@demo.example",
  "ng.kwokming@demo.example",
] as const;

export const demonstrationSignInSchema = z.strictObject({
  email: z.enum(demonstrationPeople),
  next: returnPathSchema,
});
