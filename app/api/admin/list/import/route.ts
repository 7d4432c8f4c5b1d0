import * as z from "zod";
import { defineRoute } from "@/lib/auth/define-route";
import { fileFaults, importLimits, type FileFault } from "@/lib/domain/accreditation/import";
import { ok, refuse } from "@/lib/domain/result";
import { locales } from "@/lib/i18n/locales";
import { listAsFile } from "@/lib/services/export-list";
import { tryImport } from "@/lib/services/import-list";

/** The list in the columns in which it is taken in again. */
export const GET = defineRoute({ access: "keep_list" }, async ({ actor }) => {
  const file = await listAsFile(actor);
  if (!file.ok) return file;
  return ok(
    new Response(file.value, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="accreditation-list.csv"',
      },
    }),
  );
});

const query = z.strictObject({ locale: z.enum(locales) });
const fieldsSchema = z.strictObject({ file: z.instanceof(File) });
// What a form adds around its file.
const aroundFile = 4096;

/** Tries a file of entries, and leads to what it would change or to what is wrong with it. */
export const POST = defineRoute(
  {
    access: "keep_list",
    schema: { query },
    limit: { name: "list-import", points: 30, seconds: 600, by: "account" },
    body: "stream",
  },
  async ({ actor, request, query: { locale }, now }) => {
    const file = await fileIn(request);
    if (file === null) return refuse({ code: "invalid_input" });
    const tried = typeof file === "string" ? refuseFile(file) : await tryImport(actor, file, now);
    if (!tried.ok && tried.refusal.code !== "invalid_input") return tried;
    const said = tried.ok ? `import=${tried.value.id}` : `problem=${faultOf(tried.refusal.fields?.["file"])}`;
    return new Response(null, { status: 303, headers: { location: `/${locale}/admin/list/import?${said}` } });
  },
);

/** The file of a posted form, what is wrong with it before it is read, or null where it is no such form. */
async function fileIn(request: Request): Promise<{ name: string; content: Uint8Array } | FileFault | null> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  // A body that does not say how long it is is not read.
  if (!Number.isInteger(length)) return null;
  if (length > importLimits.bytes + aroundFile) return "list_file_large";
  const form = await request.formData().catch(() => null);
  const read = form && fieldsSchema.safeParse(Object.fromEntries(form));
  if (!read?.success) return null;
  const { file } = read.data;
  return { name: file.name, content: new Uint8Array(await file.arrayBuffer()) };
}

const refuseFile = (fault: FileFault) => refuse({ code: "invalid_input", fields: { file: `validation.${fault}` } });
const faultOf = (message = ""): FileFault => fileFaults.find((fault) => message.endsWith(fault)) ?? "list_file_broken";
