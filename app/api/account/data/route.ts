import { myDataSheet } from "@/app/[locale]/account/data/my-data-sheet";
import { defineRoute } from "@/lib/auth/define-route";
import { myDataFileSchema } from "@/lib/domain/personal-data/schema";
import { ok } from "@/lib/domain/result";
import { renderMyData } from "@/lib/services/render-my-data";

/** Everything held of whoever asks, to keep: to be read by them, or by another program. */
export const GET = defineRoute(
  {
    access: "professional",
    schema: { query: myDataFileSchema },
    limit: { name: "my_data", points: 20, seconds: 3600, by: "account" },
  },
  async ({ actor, query: { format, locale }, now }) => {
    const { name, type, bytes } = await renderMyData(actor, format, (data) => myDataSheet(locale, data), now);
    return ok(
      new Response(new Uint8Array(bytes), {
        headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
      }),
    );
  },
);
