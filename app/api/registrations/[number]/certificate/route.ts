import * as z from "zod";
import { certificateSheet } from "@/components/public/certificate-sheet";
import { certificateWords } from "@/components/public/certificate-words";
import { defineRoute } from "@/lib/auth/define-route";
import { ok } from "@/lib/domain/result";
import { renderCertificate } from "@/lib/services/render-certificate";

export const GET = defineRoute(
  {
    access: "signed_in",
    schema: { params: z.strictObject({ number: z.string().max(40) }) },
    limit: { name: "certificate", points: 60, seconds: 600, by: "account" },
  },
  async ({ actor, params: { number }, now }) => {
    const words = await certificateWords();
    const file = await renderCertificate(actor, number, (view) => certificateSheet(view, words), now);
    if (!file.ok) return file;
    const { name, bytes } = file.value;
    return ok(
      new Response(new Uint8Array(bytes), {
        headers: {
          "content-type": "application/pdf",
          "content-length": String(bytes.length),
          "content-disposition": `attachment; filename="${name}"`,
        },
      }),
    );
  },
);
