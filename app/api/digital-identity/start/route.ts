import { defineRoute } from "@/lib/auth/define-route";
import { askProvider } from "@/lib/auth/digital-identity";
import { askProviderSchema } from "@/lib/domain/account/digital-identity";

/** Leads to the provider. A link and no form, since a form of ours may lead nowhere else. */
export const GET = defineRoute(
  {
    access: "public",
    schema: { query: askProviderSchema },
    clock: "wall",
    limit: { name: "sign-in-network", points: 60, seconds: 15 * 60, by: "network" },
  },
  ({ query }) => askProvider(query),
);
