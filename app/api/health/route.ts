import { defineRoute } from "@/lib/auth/define-route";

export const GET = defineRoute({ access: "public", clock: "wall" }, () =>
  Promise.resolve(Response.json({ alive: true })),
);
