import { expect, test } from "vitest";
import { keyFor, readEnvironment } from "./env";

const production = {
  DATABASE_URL: "postgresql://filing:kQ7vN2xWp4@db.internal/filing",
  APP_ORIGIN: "https://filing.example.org",
  MASTER_SECRET: "J2mV9sQx7LrT4bYc1NfHk8WzE5uPd0Ga",
};

test("a production office with its settings in place is accepted, without the demonstration", () => {
  expect(readEnvironment(production)).toMatchObject({
    demo: false,
    embedded: false,
    origin: "https://filing.example.org",
  });
});

test.each([
  ["MASTER_SECRET is missing", { MASTER_SECRET: undefined }],
  ["MASTER_SECRET is too short", { MASTER_SECRET: "J2mV9sQx7LrT4bYc" }],
  ["MASTER_SECRET is an example", { MASTER_SECRET: "changeme-J2mV9sQx7LrT4bYc1NfHk8WzE5uPd0Ga" }],
  ["MASTER_SECRET repeats too few characters", { MASTER_SECRET: "a".repeat(40) }],
  ["MASTER_SECRET is used for something else", { METRICS_TOKEN: production.MASTER_SECRET }],
  ["METRICS_TOKEN is too short", { METRICS_TOKEN: "abc" }],
  ["DATABASE_URL is missing", { DATABASE_URL: undefined }],
  ["DATABASE_URL must be a postgresql", { DATABASE_URL: "file:./app.db" }],
  ["DATABASE_URL carries a default password", { DATABASE_URL: "postgresql://postgres:postgres@db.internal/filing" }],
  ["APP_ORIGIN is missing", { APP_ORIGIN: undefined }],
  ["APP_ORIGIN must begin with https", { APP_ORIGIN: "http://filing.example.org" }],
  ["EMBEDDED is for the demonstration", { EMBEDDED: "1" }],
  ["DEMO_DAY is for the demonstration", { DEMO_DAY: "2026-11-16" }],
])("production does not start: %s", (sentence, change) => {
  expect(() => readEnvironment({ ...production, ...change })).toThrow(sentence);
});

const objectStore = {
  S3_BUCKET: "papers",
  S3_REGION: "ap-east-1",
  S3_ACCESS_KEY_ID: "AKIAFILING",
  S3_SECRET_ACCESS_KEY: "nF4sY8uVw2Zc6QhT1rKj",
};

test("an office may keep its files in an object store, Amazon's or another", () => {
  expect(readEnvironment(production).objectStore).toBeNull();
  expect(readEnvironment({ ...production, ...objectStore }).objectStore).toEqual({
    bucket: "papers",
    region: "ap-east-1",
    endpoint: undefined,
    isInPath: true,
    credentials: { accessKeyId: "AKIAFILING", secretAccessKey: "nF4sY8uVw2Zc6QhT1rKj" },
  });
  const elsewhere = { S3_ENDPOINT: "https://objects.example.org", S3_ADDRESSING: "host" };
  expect(readEnvironment({ ...production, ...objectStore, ...elsewhere }).objectStore).toMatchObject({
    endpoint: "https://objects.example.org",
    isInPath: false,
  });
});

const provider = {
  OIDC_ISSUER: "https://identity.example.org",
  OIDC_CLIENT_ID: "filing",
  OIDC_CLIENT_SECRET: "pW7dK2sNq9VbXf4MzR8t",
};

test("an office may let people in by a provider of digital identities, under the name they know", () => {
  expect(readEnvironment(production).identityProvider).toBeNull();
  expect(readEnvironment({ ...production, ...provider, OIDC_NAME_EN: "iAM Smart" }).identityProvider).toEqual({
    issuer: "https://identity.example.org",
    clientId: "filing",
    clientSecret: "pW7dK2sNq9VbXf4MzR8t",
    names: { en: "iAM Smart", "zh-Hant": undefined, "zh-Hans": undefined },
  });
});

test.each([
  ["OIDC_CLIENT_ID is missing: a provider needs", { OIDC_CLIENT_ID: "" }],
  ["OIDC_ISSUER must begin with https", { OIDC_ISSUER: "http://identity.example.org" }],
  ["OIDC_ISSUER must be the https:// address", { OIDC_ISSUER: "identity.example.org" }],
  ["MASTER_SECRET is used for something else", { OIDC_CLIENT_SECRET: production.MASTER_SECRET }],
])("half a provider, or one that anybody could overhear, stops the start: %s", (sentence, change) => {
  expect(() => readEnvironment({ ...production, ...provider, ...change })).toThrow(sentence);
});

test.each([
  ["S3_SECRET_ACCESS_KEY is missing: an object store needs", { S3_SECRET_ACCESS_KEY: "" }],
  ["S3_BUCKET is missing: an object store needs", { S3_BUCKET: undefined }],
  ["S3_REGION is missing: an object store needs", { S3_REGION: undefined }],
  ["S3_BUCKET is not the name of a bucket", { S3_BUCKET: "My Papers" }],
  ["S3_ENDPOINT must be an https:// address", { S3_ENDPOINT: "objects.example.org" }],
  ["S3_ADDRESSING must be path or host", { S3_ADDRESSING: "virtual" }],
  ["MASTER_SECRET is used for something else", { S3_SECRET_ACCESS_KEY: production.MASTER_SECRET }],
])("an object store that is half set up stops the start: %s", (sentence, change) => {
  expect(() => readEnvironment({ ...production, ...objectStore, ...change })).toThrow(sentence);
});

test("an address alone is half an object store as well", () => {
  expect(() => readEnvironment({ ...production, S3_ENDPOINT: "https://objects.example.org" })).toThrow(
    "S3_BUCKET is missing",
  );
});

test("a demonstration may run on this machine with a development database", () => {
  const demonstration = {
    ...production,
    DEMO: "1",
    APP_ORIGIN: "http://localhost:3000",
    DATABASE_URL: "postgresql://postgres:postgres@localhost/demo",
  };
  expect(readEnvironment(demonstration).demo).toBe(true);
  expect(() => readEnvironment({ ...demonstration, MASTER_SECRET: undefined })).toThrow("MASTER_SECRET is missing");
});

test("the sentence never repeats the value it refuses", () => {
  expect(() => readEnvironment({ ...production, MASTER_SECRET: "tooshort-but-real" })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining("tooshort-but-real") as string }) as Error,
  );
});

test("each purpose has a key of its own, the same at every start", () => {
  expect(keyFor("files")).toHaveLength(32);
  expect(keyFor("files").equals(keyFor("files"))).toBe(true);
  expect(keyFor("files").equals(keyFor("fields"))).toBe(false);
});
