import { defineRoute } from "@/lib/auth/define-route";
import { listFile } from "@/lib/services/open-data";

export const GET = defineRoute({ access: "public" }, async ({ now }) => {
  return new Response(await listFile(now), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="qianhai-list.csv"',
    },
  });
});
