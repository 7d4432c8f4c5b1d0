import { defineRoute } from "@/lib/auth/define-route";
import { progressFile } from "@/lib/services/open-data";

export const GET = defineRoute({ access: "public" }, async ({ now }) => {
  return new Response(await progressFile(now), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="qianhai-progress.csv"',
    },
  });
});
