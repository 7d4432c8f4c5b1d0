import { defineRoute } from "@/lib/auth/define-route";
import { readMetrics } from "@/lib/services/read-metrics";

export const GET = defineRoute({ access: "public", clock: "wall" }, async ({ request }) => {
  const read = await readMetrics(request.headers.get("authorization"));
  if (!read.ok) return read;
  return { ok: true, value: new Response(read.value.text, { headers: { "content-type": read.value.type } }) };
});
