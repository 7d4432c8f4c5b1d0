import { defineRoute } from "@/lib/auth/define-route";
import { checkReadiness } from "@/lib/services/check-readiness";

export const GET = defineRoute({ access: "public", clock: "wall" }, async () => {
  const parts = await checkReadiness();
  const isReady = Object.values(parts).every(Boolean);
  return Response.json(
    { ready: isReady, ...parts },
    { status: isReady ? 200 : 503, headers: isReady ? {} : { "retry-after": "5" } },
  );
});
