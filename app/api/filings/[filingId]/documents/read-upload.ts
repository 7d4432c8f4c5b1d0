import { PassThrough, Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";

export type UploadedFile = { name: string; content: Readable };
export type Upload = {
  /** The fields that stand before the first file. */
  fields: Record<string, string>;
  /** One after another: the next begins when the one before was read or let go. */
  files: AsyncIterable<UploadedFile>;
};

const limits = { fields: 8, fieldNameSize: 40, fieldSize: 200, headerPairs: 20 };

/**
 * Reads a posted form up to its first file and hands the files on as they come, at most so many; a form that breaks off breaks
 * its file off.
 */
export function readUpload(request: Request, most = 1): Promise<Upload | null> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data;.*boundary=./i.test(contentType)) return Promise.resolve(null);

  return new Promise((resolve) => {
    const form = busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: { ...limits, files: most, parts: limits.fields + most + 1 },
    });
    const fields: Record<string, string> = {};
    const files = new PassThrough({ objectMode: true });
    form.on("field", (name, value) => (fields[name] = value));
    form.on("file", (_name, content, { filename }) => {
      // Whoever reads it is told when it breaks off; when nobody does, nobody minds.
      content.on("error", () => undefined);
      // A form without a chosen file carries an empty one without a name.
      if (filename) files.write({ name: filename, content });
      else content.resume();
      resolve({ fields, files });
    });
    form.on("close", () => {
      files.end();
      resolve({ fields, files });
    });
    form.on("error", () => {
      files.end();
      resolve(null);
    });

    const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
    body.on("error", (error) => form.destroy(error));
    body.pipe(form);
  });
}
