import * as z from "zod";
import { defineRoute } from "@/lib/auth/define-route";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import type { Professional } from "@/lib/domain/actor";
import { documentHalves, fileLimits, problemBesideRow } from "@/lib/domain/document/file";
import { partAnchor } from "@/lib/domain/document/papers";
import { refuse, type Result } from "@/lib/domain/result";
import { locales } from "@/lib/i18n/locales";
import { attachDocument, type Attached, type AttachInput } from "@/lib/services/attach-document";
import { readUpload, type Upload } from "./read-upload";

const fieldsSchema = z.strictObject({
  evidenceKey: z.enum(evidenceKeys),
  half: z.enum(documentHalves),
  replaces: z.uuid().optional(),
  together: z.literal("yes").optional(),
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
    const upload = await readUpload(request, fileLimits.filesOfPart);
    const read = fieldsSchema.safeParse(upload?.fields);
    if (!upload || !read.success) return refuse({ code: "invalid_input" });

    const { page, locale, together, ...part } = read.data;
    const result = await attach(actor, { filingId, ...part, isTogether: together === "yes" }, upload, now);
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

/** Takes the files of a form in one after another, and says what became of the first that was refused, or else of the last. */
async function attach(
  actor: Professional,
  sent: Omit<AttachInput, "name" | "content">,
  { files }: Upload,
  now: Date,
): Promise<Result<Attached>> {
  const { replaces: _first, ...beside } = { ...sent, isTogether: true };
  let said: Result<Attached> | null = null;
  for await (const file of files) {
    // What the first replaces, the next stand beside.
    const attached = await attachDocument(actor, said ? { ...beside, ...file } : { ...sent, ...file }, now);
    // What was not wanted is let go, so that the answer is heard.
    file.content.resume();
    if (!said || said.ok) said = attached;
  }
  return said ?? refuse({ code: "invalid_input", fields: { file: "validation.file_missing" } });
}
