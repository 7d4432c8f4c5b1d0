declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> };
  type Asked = { oidc: { client: { clientId: string }; session: { accountId: string } } };

  type Settings = {
    clients: Record<string, unknown>[];
    cookies: { keys: string[] };
    jwks: { keys: object[] };
    pkce: { required: () => boolean };
    features: { devInteractions: { enabled: boolean } };
    claims: Record<string, string[]>;
    findAccount: (
      context: unknown,
      subject: string,
    ) => { accountId: string; claims: () => Promise<{ sub: string } & Record<string, unknown>> };
    loadExistingGrant: (context: Asked) => Promise<Grant>;
    interactions: { url: (context: unknown, interaction: { uid: string }) => string };
  };

  export default class Provider {
    constructor(issuer: string, settings: Settings);
    Grant: new (of: { clientId: string; accountId: string }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } } | { error: string },
    ): Promise<void>;
  }
}
