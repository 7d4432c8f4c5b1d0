import * as z from "zod";
import { defineRoute } from "@/lib/auth/define-route";
import { ok } from "@/lib/domain/result";
import { entryFile } from "@/lib/services/open-data";

const params = z.strictObject({ code: z.string().max(60) });

export const GET = defineRoute({ access: "public", schema: { params } }, async ({ params: { code }, now }) => {
  const entry = await entryFile(code, now);
  return entry.ok ? ok(Response.json(entry.value)) : entry;
});
