import * as z from "zod";
import { readUpload } from "@/app/api/filings/[filingId]/documents/read-upload";
import { defineRoute } from "@/lib/auth/define-route";
import { fileFaults, problemBesideRow } from "@/lib/domain/document/file";
import { refuse, type Refusal, type Result } from "@/lib/domain/result";
import { locales } from "@/lib/i18n/locales";
import type { Attached } from "@/lib/services/attach-document";
import { attachByHandover } from "@/lib/services/attach-by-handover";

const fieldsSchema = z.strictObject({ locale: z.enum(locales) });

export const POST = defineRoute(
  {
    access: "public",
    schema: { params: z.strictObject({ token: z.string().max(100) }) },
    limit: { name: "use_handover", points: 60, seconds: 600, by: "network" },
    body: "stream",
  },
  async ({ visitor, request, params: { token }, now }) => {
    const upload = await readUpload(request);
    const read = fieldsSchema.safeParse(upload?.fields);
    if (!upload || !read.success) return refuse({ code: "invalid_input" });

    let result: Result<Attached> = refuse({ code: "invalid_input", fields: { file: "validation.file_missing" } });
    for await (const file of upload.files) {
      result = await attachByHandover(visitor, { token, ...file }, now);
      // What was not wanted is let go, so that the answer is heard.
      file.content.resume();
    }
    if (request.headers.get("accept")?.includes("application/json")) {
      return result.ok ? Response.json({ ok: true, signs: result.value.signs }) : result;
    }
    const query = result.ok ? "" : `?fault=${faultIn(result.refusal)}`;
    const location = `/${read.data.locale}/l/${token}/paper${query}`;
    return new Response(null, { status: 303, headers: { location } });
  },
);

/** What the page is told of a file that did not become the paper, where there is no script to say it. */
function faultIn(refusal: Refusal): string {
  const words = refusal.fields?.["file"];
  return fileFaults.find((fault) => words === `validation.file_${fault}`) ?? problemBesideRow(refusal) ?? "not_now";
}
