import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";

export type Upload = {
  /** The fields that stand before the file. */
  fields: Record<string, string>;
  file: { name: string; content: Readable } | null;
};

const limits = { files: 1, fields: 8, fieldNameSize: 40, fieldSize: 200, parts: 10, headerPairs: 20 };

/** Reads a posted form up to its file and hands the file on as it comes; a form that breaks off breaks the file off. */
export function readUpload(request: Request): Promise<Upload | null> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data;.*boundary=./i.test(contentType)) return Promise.resolve(null);

  return new Promise((resolve) => {
    const form = busboy({ headers: { "content-type": contentType }, defParamCharset: "utf8", limits });
    const fields: Record<string, string> = {};
    form.on("field", (name, value) => (fields[name] = value));
    form.on("file", (_name, content, { filename }) => {
      // Whoever reads it is told when it breaks off; when nobody does, nobody minds.
      content.on("error", () => undefined);
      // A form without a chosen file carries an empty one without a name.
      if (!filename) content.resume();
      resolve({ fields, file: filename ? { name: filename, content } : null });
    });
    form.on("close", () => resolve({ fields, file: null }));
    form.on("error", () => resolve(null));

    const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
    body.on("error", (error) => form.destroy(error));
    body.pipe(form);
  });
}
