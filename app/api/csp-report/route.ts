import { defineRoute } from "@/lib/auth/define-route";
import { noteBlockedContent } from "@/lib/services/note-blocked-content";

const longest = 10_000;

export const POST = defineRoute(
  { access: "public", clock: "wall", limit: { name: "csp-report", points: 60, seconds: 60, by: "network" } },
  async ({ request }) => {
    const length = Number(request.headers.get("content-length") ?? longest + 1);
    if (length <= longest) noteBlockedContent(await request.text());
    return new Response(null, { status: 204 });
  },
);
