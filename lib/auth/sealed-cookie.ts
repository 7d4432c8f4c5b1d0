import { cookies } from "next/headers";
import type * as z from "zod";
import { cookieOptions, named, opened, sealWords } from "./session-token";

/** A cookie whose words only this app can read and write: what somebody carries from one step to the next. */
export function sealedCookie<S extends z.ZodType<Record<string, unknown>>>(plainName: string, schema: S) {
  const name = named(plainName);
  return {
    name,
    async read(): Promise<z.output<S> | null> {
      const words = await opened((await cookies()).get(name)?.value, plainName);
      const read = schema.safeParse(words);
      return read.success ? read.data : null;
    },
    async give(words: z.output<S>, seconds: number): Promise<void> {
      const sealed = await sealWords(words, plainName, seconds);
      (await cookies()).set(name, sealed, { ...cookieOptions, maxAge: seconds });
    },
    async drop(): Promise<void> {
      (await cookies()).delete({ name, ...cookieOptions });
    },
  };
}
