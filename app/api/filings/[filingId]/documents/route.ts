import * as z from "zod";
import { defineRoute } from "@/lib/auth/define-route";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import type { Professional } from "@/lib/domain/actor";
import { documentHalves, type UploadProblem } from "@/lib/domain/document/file";
import { partAnchor } from "@/lib/domain/document/papers";
import { refuse, type Refusal, type Result } from "@/lib/domain/result";
import { locales } from "@/lib/i18n/locales";
import { attachDocument, type Attached } from "@/lib/services/attach-document";
import { readUpload, type Upload } from "./read-upload";

const fieldsSchema = z.strictObject({
  evidenceKey: z.enum(evidenceKeys),
  half: z.enum(documentHalves),
  page: z.enum(["documents", "request"]),
  locale: z.enum(locales),
});

export const POST = defineRoute(
  {
    access: "professional",
    schema: { params: z.strictObject({ filingId: z.uuid() }) },
    limit: { name: "upload", points: 150, seconds: 600, by: "account" },
    body: "stream",
  },
  async ({ actor, request, params: { filingId }, now }) => {
    const upload = await readUpload(request);
    const read = fieldsSchema.safeParse(upload?.fields);
    if (!upload || !read.success) return refuse({ code: "invalid_input" });

    const { page, locale, ...part } = read.data;
    const result = await attach(actor, { filingId, ...part }, upload, now);
    if (request.headers.get("accept")?.includes("application/json")) {
      return result.ok ? Response.json({ ok: true, signs: result.value.signs }) : result;
    }
    // Without script the page itself says what became of the file.
    const problem = result.ok ? null : problemBesideRow(result.refusal);
    const anchor = partAnchor(part.evidenceKey, part.half);
    const query = problem ? `?problem=${problem}&part=${anchor}` : "";
    const location = `/${locale}/filings/${filingId}/${page}${query}#${anchor}`;
    return new Response(null, { status: 303, headers: { location } });
  },
);

async function attach(
  actor: Professional,
  part: { filingId: string; evidenceKey: string; half: (typeof documentHalves)[number] },
  { file }: Upload,
  now: Date,
): Promise<Result<Attached>> {
  if (!file) return refuse({ code: "invalid_input", fields: { file: "validation.file_missing" } });
  try {
    return await attachDocument(actor, { ...part, ...file }, now);
  } finally {
    // What was not wanted is let go, so that the answer is heard.
    file.content.resume();
  }
}

/** What the page is told of a file that has no row of its own to say it. */
function problemBesideRow({ code, fields }: Refusal): UploadProblem | null {
  if (code !== "invalid_input") return "not_now";
  if (fields?.["file"] === "validation.file_missing") return "missing";
  if (fields?.["file"] === "validation.file_limit") return "limit";
  return fields?.["file"] === "validation.file_broken" ? "broken" : null;
}
