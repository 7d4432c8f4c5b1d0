import { defineRoute } from "@/lib/auth/define-route";
import { takeAnswer } from "@/lib/auth/digital-identity";
import { providerAnswerSchema } from "@/lib/domain/account/digital-identity";

/** Where the provider sends people back to. */
export const GET = defineRoute(
  {
    access: "public",
    schema: { query: providerAnswerSchema },
    limit: { name: "sign-in-network", points: 60, seconds: 15 * 60, by: "network" },
  },
  ({ visitor, query, now }) => takeAnswer(visitor, query, now),
);
