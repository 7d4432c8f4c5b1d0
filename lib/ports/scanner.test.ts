import { createServer, type AddressInfo, type Server } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clamd } from "./scanner";

let server: Server | undefined;

/** A daemon that answers every file with one sentence, as clamd does. */
async function daemonThatSays(sentence: string): Promise<string> {
  server = createServer((socket) => {
    const parts: Buffer[] = [];
    socket.on("data", (part) => {
      parts.push(part);
      // A part of no length ends the file.
      if (Buffer.concat(parts).subarray(-4).equals(Buffer.alloc(4))) socket.end(`${sentence}\0`);
    });
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const file = Buffer.from("a file");

beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());
afterEach(() => {
  server?.close();
  vi.restoreAllMocks();
});

test.each([
  ["stream: OK", "clean"],
  ["stream: Eicar-Test-Signature FOUND", "suspect"],
  ["INSTREAM size limit exceeded. ERROR", "error"],
  ["COMMAND READ TIMED OUT", "error"],
  ["Good morning", "error"],
  ["", "error"],
])("a daemon that says %j makes the file %s", async (sentence, verdict) => {
  expect(await clamd(await daemonThatSays(sentence))(file)).toBe(verdict);
});

test("a daemon that is not there never makes a file clean", async () => {
  expect(await clamd("127.0.0.1:1")(file)).toBe("error");
});
