import { defineRoute } from "@/lib/auth/define-route";
import { signOut } from "@/lib/auth/sign-out";

export const POST = defineRoute({ access: "public", clock: "wall" }, ({ visitor }) => signOut(visitor));
