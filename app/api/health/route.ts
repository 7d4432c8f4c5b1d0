import { defineRoute } from "@/lib/auth/define-route";

export const GET = defineRoute({ access: "public" }, () => Promise.resolve(Response.json({ alive: true })));
