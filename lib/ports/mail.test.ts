import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { env } from "@/lib/env";
import { deliver } from "./mail";

const letter = { id: "0198-abc", subject: "We have received your filing", text: "In words", html: "<p>In words</p>" };
const taken: string[] = [];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, _session, answer) {
    const code = { "nobody@example.com": 550, "later@example.com": 451 }[address];
    answer(code ? Object.assign(new Error("no"), { responseCode: code }) : null);
  },
  onData(stream, _session, answer) {
    let text = "";
    stream.on("data", (part: Buffer) => (text += part.toString()));
    stream.on("end", () => {
      taken.push(text);
      answer();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  env.smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => {
  env.smtpUrl = undefined;
  server.close();
});
beforeEach(() => {
  taken.length = 0;
});

test("a letter reaches the mail server whole, under an id by which a repetition is known again", async () => {
  expect(await deliver({ ...letter, to: "chan@example.com" })).toBe(true);
  expect(await deliver({ ...letter, to: "chan@example.com" })).toBe(true);
  expect(taken).toHaveLength(2);
  for (const text of taken) {
    expect(text).toContain("Message-ID: <0198-abc@localhost>");
    expect(text).toContain("Subject: We have received your filing");
    expect(text).toContain("To: chan@example.com");
    expect(text).toContain("<p>In words</p>");
  }
});

test("an address that the server will never take is not tried again", async () => {
  expect(await deliver({ ...letter, to: "nobody@example.com" })).toBe(false);
});

test("a trouble that may pass is tried again", async () => {
  await expect(deliver({ ...letter, to: "later@example.com" })).rejects.toThrow();
});

test("an address cannot smuggle in another reader", async () => {
  await deliver({ ...letter, to: "chan@example.com\r\nBcc: other@example.com" }).catch(() => undefined);
  expect(taken.join("")).not.toMatch(/^Bcc:/m);
});

test("without a mail server a letter waits, outside the demonstration", async () => {
  const { smtpUrl } = env;
  env.smtpUrl = undefined;
  env.demo = false;
  try {
    await expect(deliver({ ...letter, to: "chan@example.com" })).rejects.toThrow("SMTP_URL");
    env.demo = true;
    expect(await deliver({ ...letter, to: "chan@example.com" })).toBe(true);
  } finally {
    env.smtpUrl = smtpUrl;
    env.demo = true;
  }
});
