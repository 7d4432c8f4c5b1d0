import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { readUpload } from "./read-upload";

const address = "http://localhost:3000/api/filings/x/documents";
const post = (body: BodyInit, headers = {}) => new Request(address, { method: "POST", body, headers });

function form(file?: File) {
  const data = new FormData();
  data.set("evidenceKey", "id_hkid");
  data.set("half", "original");
  if (file) data.set("file", file);
  return data;
}

/** What a form brought: the name of each file, and what is in it. */
async function filesIn(request: Request, most?: number) {
  const files: [string, string][] = [];
  for await (const { name, content } of (await readUpload(request, most))?.files ?? []) {
    files.push([name, await text(content)]);
  }
  return files;
}

/** A posted form whose line breaks in the middle of its file. */
function brokenOff(): Request {
  const boundary = "----broken";
  const start = [
    `--${boundary}\r\nContent-Disposition: form-data; name="half"\r\n\r\noriginal`,
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF`,
  ].join("\r\n");
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
    async pull(controller) {
      await setTimeout(50);
      controller.error(new Error("The line broke."));
    },
  });
  const init = {
    method: "POST",
    body,
    duplex: "half",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
  return new Request(address, init);
}

describe("a posted form", () => {
  test("is read up to its file, which is handed on with its name in any script", async () => {
    const posted = () => post(form(new File(["%PDF-1.7"], "註冊證明書.pdf")));
    expect((await readUpload(posted()))?.fields).toEqual({ evidenceKey: "id_hkid", half: "original" });
    expect(await filesIn(posted())).toEqual([["註冊證明書.pdf", "%PDF-1.7"]]);
  });

  test("without a chosen file says so", async () => {
    expect(await filesIn(post(form()))).toEqual([]);
    expect(await filesIn(post(form(new File([], ""))))).toEqual([]);
  });

  test("breaks its file off when the line breaks", async () => {
    await expect(filesIn(brokenOff())).rejects.toThrow();
  });

  test("hands on as many files as may come, one after another, and no more", async () => {
    const data = form(new File(["first"], "a.pdf"));
    data.append("file", new File(["x".repeat(300_000)], "b.pdf"));
    data.append("file", new File(["third"], "c.pdf"));
    const names = async (most?: number) => (await filesIn(post(data), most)).map(([name]) => name);
    expect(await names()).toEqual(["a.pdf"]);
    expect(await names(2)).toEqual(["a.pdf", "b.pdf"]);
    expect(await names(10)).toEqual(["a.pdf", "b.pdf", "c.pdf"]);
  });

  test("that is none is not read", async () => {
    expect(await readUpload(post("a=1", { "content-type": "application/x-www-form-urlencoded" }))).toBeNull();
    expect(await readUpload(post("nothing", { "content-type": "multipart/form-data" }))).toBeNull();
  });
});
