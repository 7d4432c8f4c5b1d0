import * as z from "zod";
import { receiptSheet } from "@/app/[locale]/filings/[address]/submitted/receipt-sheet";
import { defineRoute } from "@/lib/auth/define-route";
import { ok } from "@/lib/domain/result";
import { locales } from "@/lib/i18n/routing";
import { renderReceipt } from "@/lib/services/render-receipt";

/** The receipt of a filing, in the language it is read in. */
export const GET = defineRoute(
  {
    access: "professional",
    schema: {
      params: z.strictObject({ filingId: z.string().max(60) }),
      query: z.strictObject({ locale: z.enum(locales) }),
    },
    limit: { name: "receipt", points: 60, seconds: 600, by: "account" },
  },
  async ({ actor, params: { filingId }, query: { locale }, now }) => {
    const file = await renderReceipt(actor, filingId, (receipt) => receiptSheet(locale, receipt), now);
    if (!file.ok) return file;
    return ok(
      new Response(new Uint8Array(file.value.bytes), {
        headers: {
          "content-type": "application/pdf",
          "content-disposition": `attachment; filename="${file.value.name}"`,
        },
      }),
    );
  },
);
