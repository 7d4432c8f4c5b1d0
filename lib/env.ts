import { createHmac, hkdfSync } from "node:crypto";
import * as z from "zod";

// The only reader of process.env. Demonstration or production is decided here, when the app runs and not when it is built:
// production is whatever is not a demonstration, and production gets no benefit of the doubt.

const examples = /^(secret|password|example|changeme|change-me|change me|test|default|replace|your[-_ ])/i;
const defaultPasswords = ["postgres", "password", "admin", "root", "prisma", "example", "changeme", "secret", "test"];
const loopback = ["localhost", "127.0.0.1", "[::1]"];

const neededForObjects = ["S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

const neededForIdentities = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

const flag = z
  .enum(["0", "1", "true", "false", ""])
  .default("0")
  .transform((value) => value === "1" || value === "true");
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const environmentSchema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    EMBEDDED: flag,
    DEMO: flag,
    DEMO_DAY: optional(z.iso.date()),
    APP_ORIGIN: z
      .url({ protocol: /^https?$/, error: "must be the address people type, such as https://filing.example.org" })
      .transform((value) => new URL(value).origin),
    MASTER_SECRET: z
      .string("is missing")
      .min(32, "is too short: it needs 32 characters or more")
      .refine((value) => !examples.test(value), "is an example")
      .refine((value) => new Set(value).size >= 12, "repeats too few characters"),
    STORAGE_DIR: z.string().min(1).default(".data/files"),
    S3_BUCKET: optional(z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "is not the name of a bucket")),
    S3_REGION: optional(z.string().regex(/^[a-z0-9-]+$/, "is not the name of a region")),
    S3_ENDPOINT: optional(z.url({ protocol: /^https?$/, error: "must be an https:// address" })),
    S3_ADDRESSING: optional(z.enum(["path", "host"], "must be path or host")),
    S3_ACCESS_KEY_ID: optional(z.string()),
    S3_SECRET_ACCESS_KEY: optional(z.string()),
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
    MAIL_FROM: z.string().min(3).default("Qianhai filing <no-reply@localhost>"),
    CLAMD_ADDRESS: optional(z.string().regex(/^[^:\s]+:\d{1,5}$/, "must be host:port")),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    OIDC_ISSUER: optional(z.url({ protocol: /^https?$/, error: "must be the https:// address of the provider" })),
    OIDC_CLIENT_ID: optional(z.string()),
    OIDC_CLIENT_SECRET: optional(z.string()),
    OIDC_NAME_EN: optional(z.string().max(60, "is too long: 60 characters at most")),
    OIDC_NAME_ZH_HANT: optional(z.string().max(60, "is too long: 60 characters at most")),
    OIDC_NAME_ZH_HANS: optional(z.string().max(60, "is too long: 60 characters at most")),
    METRICS_TOKEN: optional(z.string().min(24, "is too short: it needs 24 characters or more")),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    WORKER: z.enum(["here", "elsewhere"]).default("here"),
  })
  .superRefine((values, context) => {
    const refuse = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });

    const secrets = [
      values.MASTER_SECRET,
      values.METRICS_TOKEN,
      values.S3_SECRET_ACCESS_KEY,
      values.OIDC_CLIENT_SECRET,
      passwordOf(values.DATABASE_URL),
    ].filter(Boolean);
    if (new Set(secrets).size < secrets.length) refuse("MASTER_SECRET", "is used for something else as well");
    if (values.EMBEDDED && !values.DEMO) refuse("EMBEDDED", "is for the demonstration only; set DATABASE_URL");
    const isAway = [...neededForObjects, "S3_ENDPOINT" as const, "S3_ADDRESSING" as const].some((name) => values[name]);
    for (const name of neededForObjects) {
      if (isAway && !values[name]) refuse(name, `is missing: an object store needs ${neededForObjects.join(", ")}`);
    }
    const offersIdentities = neededForIdentities.some((name) => values[name]);
    for (const name of neededForIdentities) {
      if (offersIdentities && !values[name])
        refuse(name, `is missing: a provider needs ${neededForIdentities.join(", ")}`);
    }
    if (values.OIDC_ISSUER && isOverheard(values.OIDC_ISSUER)) refuse("OIDC_ISSUER", "must begin with https:");
    if (values.DEMO) return;

    if (isOverheard(values.APP_ORIGIN)) {
      refuse("APP_ORIGIN", "must begin with https:// in production");
    }
    if (defaultPasswords.includes(passwordOf(values.DATABASE_URL).toLowerCase())) {
      refuse("DATABASE_URL", "carries a default password; give the database role one of its own");
    }
    if (values.DEMO_DAY) refuse("DEMO_DAY", "is for the demonstration only");
  })
  .transform((values) => ({
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    embedded: values.EMBEDDED,
    demo: values.DEMO,
    demoDay: values.DEMO_DAY,
    origin: values.APP_ORIGIN,
    masterSecret: values.MASTER_SECRET,
    storageDirectory: values.STORAGE_DIR,
    objectStore: objectStoreOf(values),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    clamdAddress: values.CLAMD_ADDRESS,
    trustedProxies: values.TRUSTED_PROXIES,
    identityProvider: identityProviderOf(values),
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    worker: values.WORKER,
  }));

/** A store that speaks S3, where several processes share what is uploaded. */
export type ObjectStore = {
  bucket: string;
  region: string;
  /** Where it answers; Amazon's own when there is none. */
  endpoint: string | undefined;
  /** The bucket is part of the path, as most stores have it, and not of the host's name. */
  isInPath: boolean;
  credentials: { accessKeyId: string; secretAccessKey: string };
};

/** Somebody who knows who people are and answers for it by OpenID Connect. */
export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it, where the office says so. */
  names: Record<"en" | "zh-Hant" | "zh-Hans", string | undefined>;
};

export type Environment = z.output<typeof environmentSchema>;

/** Reads the settings from an environment, or throws one sentence for each that is missing, weak or wrong, by its name. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const read = environmentSchema.safeParse(variables);
  if (read.success) return read.data;

  const lines = read.error.issues.map(({ path, code, message }) => {
    const name = path.join(".");
    return `  ${name} ${variables[name] === undefined && code !== "custom" ? "is missing" : message}`;
  });
  throw new Error(`The settings are not right:\n${lines.join("\n")}\nSee .env.example.`);
}

/** What this process was told by its surroundings, checked before anything else runs. */
export const env: Environment = readEnvironment(process.env);

export type KeyPurpose =
  | "session"
  | "links"
  | "files"
  | "fields"
  | "blind-index"
  | "certificates"
  | "anchors"
  | "codes"
  | "commands"
  | "rate-limits";

/** A key of 32 bytes for one purpose, derived from the master secret; no purpose's key tells anything about another's. */
export function keyFor(purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync("sha256", env.masterSecret, "qianhai-filing/v1", purpose, 32));
}

/** The keyed hash by which equality may be asked of a value that must not be readable: same purpose and value, same hash. */
export function keyedHash(purpose: KeyPurpose, value: string): Buffer {
  return createHmac("sha256", keyFor(purpose)).update(value).digest();
}

type ObjectStoreSettings = Partial<
  Record<(typeof neededForObjects)[number] | "S3_ENDPOINT" | "S3_ADDRESSING", string | undefined>
>;

/** Null where files are kept in a folder; half a setting was refused before. */
function objectStoreOf(values: ObjectStoreSettings): ObjectStore | null {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID: accessKeyId } = values;
  const { S3_SECRET_ACCESS_KEY: secretAccessKey, S3_ENDPOINT: endpoint, S3_ADDRESSING: addressing } = values;
  if (!bucket || !region || !accessKeyId || !secretAccessKey) return null;
  return { bucket, region, endpoint, isInPath: addressing !== "host", credentials: { accessKeyId, secretAccessKey } };
}

type IdentitySettings = Partial<
  Record<
    (typeof neededForIdentities)[number] | "OIDC_NAME_EN" | "OIDC_NAME_ZH_HANT" | "OIDC_NAME_ZH_HANS",
    string | undefined
  >
>;

/** Null where people sign in without one; half a setting was refused before. */
function identityProviderOf(values: IdentitySettings): IdentityProvider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (!issuer || !clientId || !clientSecret) return null;
  const names = { en: values.OIDC_NAME_EN, "zh-Hant": values.OIDC_NAME_ZH_HANT, "zh-Hans": values.OIDC_NAME_ZH_HANS };
  return { issuer, clientId, clientSecret, names };
}

/** What is said to this address can be read on the way. */
function isOverheard(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol !== "https:" && !loopback.includes(hostname);
}

function passwordOf(databaseUrl: string): string {
  return URL.canParse(databaseUrl) ? decodeURIComponent(new URL(databaseUrl).password) : "";
}
