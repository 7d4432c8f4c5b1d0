import * as z from "zod";
import { defineRoute } from "@/lib/auth/define-route";
import { fileLimits, turns, zooms } from "@/lib/domain/document/file";
import { previewPage } from "@/lib/services/preview-page";

const oneOf = <const T extends readonly number[]>(numbers: T) => z.coerce.number().pipe(z.literal([...numbers]));

export const GET = defineRoute(
  {
    access: "signed_in",
    schema: {
      params: z.strictObject({ documentId: z.uuid(), page: z.coerce.number().int().min(1).max(fileLimits.pages) }),
      query: z.strictObject({ zoom: oneOf(zooms).default(100), turn: oneOf(turns).default(0) }),
    },
    limit: { name: "view_page", points: 1200, seconds: 600, by: "account" },
  },
  async ({ actor, params, query }) => {
    const picture = await previewPage(actor, { ...params, ...query });
    if (!picture.ok) return picture;
    return new Response(Buffer.from(picture.value), {
      headers: {
        "content-type": "image/png",
      },
    });
  },
);
