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
    const upload = await readUpload(post(form(new File(["%PDF-1.7"], "註冊證明書.pdf"))));
    expect(upload?.fields).toEqual({ evidenceKey: "id_hkid", half: "original" });
    expect(upload?.file?.name).toBe("註冊證明書.pdf");
    expect(upload?.file && (await text(upload.file.content))).toBe("%PDF-1.7");
  });

  test("without a chosen file says so", async () => {
    expect(await readUpload(post(form()))).toMatchObject({ file: null });
    expect(await readUpload(post(form(new File([], ""))))).toMatchObject({ file: null });
  });

  test("breaks its file off when the line breaks", async () => {
    const upload = await readUpload(brokenOff());
    if (!upload?.file) throw new Error("The file never began.");
    await expect(text(upload.file.content)).rejects.toThrow();
  });

  test("takes one file and few fields", async () => {
    const data = form(new File(["first"], "a.pdf"));
    data.append("file", new File(["second"], "b.pdf"));
    const upload = await readUpload(post(data));
    expect(upload?.file && (await text(upload.file.content))).toBe("first");
  });

  test("that is none is not read", async () => {
    expect(await readUpload(post("a=1", { "content-type": "application/x-www-form-urlencoded" }))).toBeNull();
    expect(await readUpload(post("nothing", { "content-type": "multipart/form-data" }))).toBeNull();
  });
});
