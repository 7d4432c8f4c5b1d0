import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ObjectStore } from "@/lib/env";

const keys = { accessKeyId: "OFFICE", secretAccessKey: "a key that only this office knows" };
const bucket = "papers";
/** As many as one answer to a listing holds: few, so that a test may see several. */
const page = 3;

type Kept = { bytes: Buffer; since: Date };
type Answer = { status: number; body?: Buffer | string; since?: Date };

/** An object store on this machine that speaks S3 over HTTP and refuses what is not signed rightly; and all that lies in it. */
export async function openObjectStore() {
  const objects = new Map<string, Kept>();
  const server = createServer((request, response) => void answer(objects, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const settings: ObjectStore = {
    bucket,
    region: "ap-east-1",
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isInPath: true,
    credentials: keys,
  };
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  return { settings, objects, close };
}

async function answer(objects: Map<string, Kept>, request: IncomingMessage, response: ServerResponse) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { status, body = "", since } = answerTo(objects, request, Buffer.concat(parts));
  if (since) response.setHeader("last-modified", since.toUTCString());
  response.writeHead(status, { "content-length": body.length }).end(request.method === "HEAD" ? "" : body);
}

function answerTo(objects: Map<string, Kept>, request: IncomingMessage, body: Buffer): Answer {
  const url = new URL(request.url ?? "", "http://store");
  if (!isSigned(request, url, body)) return { status: 403, body: errorNamed("SignatureDoesNotMatch") };
  const [, inBucket, ...rest] = decodeURIComponent(url.pathname).split("/");
  if (inBucket !== bucket) return { status: 404, body: errorNamed("NoSuchBucket") };

  const key = rest.join("/");
  if (request.method === "PUT") {
    objects.set(key, { bytes: body, since: signedAt(request) });
    return { status: 200 };
  }
  if (request.method === "DELETE") {
    objects.delete(key);
    return { status: 204 };
  }
  if (key === "") return request.method === "HEAD" ? { status: 200 } : listing(objects, url.searchParams);

  const found = objects.get(key);
  return found
    ? { status: 200, body: found.bytes, since: found.since }
    : { status: 404, body: errorNamed("NoSuchKey") };
}

function listing(objects: Map<string, Kept>, asked: URLSearchParams): Answer {
  const after = asked.get("continuation-token") ?? "";
  const all = [...objects].filter(([key]) => key.startsWith(asked.get("prefix") ?? "") && key > after);
  const shown = all.sort(([one], [other]) => (one < other ? -1 : 1)).slice(0, page);
  const contents = shown.map(
    ([key, { bytes, since }]) =>
      `<Contents><Key>${key}</Key><LastModified>${since.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`,
  );
  const next = all.length > page ? `<NextContinuationToken>${shown.at(-1)?.[0]}</NextContinuationToken>` : "";
  return { status: 200, body: `<ListBucketResult>${contents.join("")}${next}</ListBucketResult>` };
}

const errorNamed = (code: string) => `<Error><Code>${code}</Code></Error>`;

/** The time a request says it was signed at, which stands there as 20261123T020000Z. */
function signedAt({ headers }: IncomingMessage): Date {
  return new Date(String(headers["x-amz-date"]).replace(/^(....)(..)(.....)(..)(..Z)$/, "$1-$2-$3:$4:$5"));
}

/** Is the request signed with the office's keys, its body included? AWS Signature Version 4, from its definition. */
function isSigned(request: IncomingMessage, url: URL, body: Buffer): boolean {
  const form = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/;
  const [, keyId, scope = "", signed = "", signature] = form.exec(request.headers.authorization ?? "") ?? [];
  const contentHash = createHash("sha256").update(body).digest("hex");
  if (keyId !== keys.accessKeyId || request.headers["x-amz-content-sha256"] !== contentHash) return false;

  const canonical = [
    request.method,
    url.pathname,
    url.search.slice(1).split("&").sort().join("&"),
    ...signed.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}`),
    "",
    signed,
    contentHash,
  ].join("\n");
  const digest = createHash("sha256").update(canonical).digest("hex");
  const toSign = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, digest].join("\n");
  const key = scope
    .split("/")
    .reduce<string | Buffer>((above, part) => hmac(above, part), `AWS4${keys.secretAccessKey}`);
  return hmac(key, toSign).toString("hex") === signature;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
