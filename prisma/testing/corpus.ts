import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

// Good and bad files, made when they are needed: a test reads better when the trick stands in it, and no scanner in a
// checkout finds a file to be afraid of.

const ascii = (text: string) => Buffer.from(text, "latin1");

type PdfOptions = {
  /** More entries of the catalog, such as an action on opening. */
  catalog?: string;
  /** More entries of the one page. */
  page?: string;
  /** Further objects; the first one is number 4. */
  objects?: (string | Buffer)[];
  trailer?: string;
  pages?: number;
};

/** A PDF with one page, or more, written the plain way. */
export function pdf({ catalog = "", page = "", objects = [], trailer = "", pages = 1 }: PdfOptions = {}): Buffer {
  const kids = Array.from({ length: pages }, () => "3 0 R").join(" ");
  return written(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>`,
      ...objects,
    ],
    trailer,
  );
}

/** A stream as an object, packed or as it is. */
export function stream(content: string | Buffer, dictionary = "", packed = true): Buffer {
  const body = packed ? deflateSync(content) : Buffer.from(content);
  const filter = packed ? "/Filter /FlateDecode" : "";
  return Buffer.concat([
    ascii(`<< ${dictionary} ${filter} /Length ${body.length} >>\nstream\n`),
    body,
    ascii("\nendstream"),
  ]);
}

/** A PDF whose objects are packed into a stream, where a search of the bytes finds nothing of them. */
export function packedPdf(
  catalog: string,
  store: { type?: string; before?: string; predictor?: boolean; script?: false } = {},
): Buffer {
  const { type = "/Type /ObjStm", before = "", predictor = false, script = true } = store;
  const inside = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    script ? "<< /S /JavaScript /JS (app.alert\\(1\\)) >>" : "null",
  ];
  let offset = 0;
  const header = inside.map((object, index) => {
    const entry = `${index + 1} ${offset}`;
    offset += object.length + 1;
    return entry;
  });
  const head = `${before}${header.join(" ")}\n`;
  const content = head + inside.join("\n");
  const parameters = predictor ? "/DecodeParms << /Predictor 12 /Columns 16 >>" : "";
  const objects = stream(
    predictor ? rowsOf(ascii(content), 16) : ascii(content),
    `${type} /N ${inside.length} /First ${head.length} ${parameters}`,
  );

  const intro = ascii("%PDF-1.7\n");
  const storeAt = intro.length;
  const storeObject = Buffer.concat([ascii("5 0 obj\n"), objects, ascii("\nendobj\n")]);
  const tableAt = storeAt + storeObject.length;
  const entry = (kind: number, second: number, third: number) => {
    const bytes = Buffer.alloc(7);
    bytes.writeUInt8(kind, 0);
    bytes.writeUInt32BE(second, 1);
    bytes.writeUInt16BE(third, 5);
    return bytes;
  };
  const table = Buffer.concat([
    entry(0, 0, 0xffff),
    ...inside.map((_, index) => entry(2, 5, index)),
    entry(1, storeAt, 0),
    entry(1, tableAt, 0),
  ]);
  const tableObject = Buffer.concat([
    ascii("6 0 obj\n"),
    stream(table, "/Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R"),
    ascii(`\nendobj\nstartxref\n${tableAt}\n%%EOF\n`),
  ]);
  return Buffer.concat([intro, storeObject, tableObject]);
}

/** A PDF that asks for a password, or one that opens and only forbids to print. */
export function encryptedPdf(password: "user" | "owner"): Buffer {
  const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
  const padded = (word: string) => Buffer.concat([ascii(word), padding]).subarray(0, 32);
  const md5 = (...parts: Buffer[]) => createHash("md5").update(Buffer.concat(parts)).digest().subarray(0, 5);
  const word = padded(password === "user" ? "secret" : "");
  const id = Buffer.alloc(16, 7);
  const owner = rc4(md5(padded("owner")), word);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const user = rc4(md5(word, owner, permissions, id), padding);
  const hex = (bytes: Buffer) => `<${bytes.toString("hex")}>`;
  return pdf({
    objects: [`<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -4 >>`],
    trailer: `/Encrypt 4 0 R /ID [${hex(id)} ${hex(id)}]`,
  });
}

/** A picture of one colour. */
export function picture(format: "jpeg" | "png", width = 400, height = 250): Promise<Buffer> {
  const plain = sharp({ create: { width, height, channels: 3, background: "#0b4f6c" } });
  return format === "png" ? plain.png().toBuffer() : plain.jpeg().toBuffer();
}

/** A photograph that says where it was taken, and by which camera. */
export function photographWithPlace(): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 250, channels: 3, background: "#0b4f6c" } })
    .withExif({
      IFD0: { Make: "CameraOfMrChan" },
      IFD3: {
        GPSLatitude: "22/1 16/1 42/1",
        GPSLatitudeRef: "N",
        GPSLongitude: "114/1 9/1 33/1",
        GPSLongitudeRef: "E",
      },
    })
    .jpeg()
    .toBuffer();
}

/** A PNG that claims to be this large and holds next to nothing. */
export function hollowPng(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return png(chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(1000))), chunk("IEND", Buffer.alloc(0)));
}

/** A small PNG with a note that unpacks to 200 MB. */
export async function pngWithBomb(): Promise<Buffer> {
  const good = await picture("png", 10, 10);
  const bomb = chunk("zTXt", Buffer.concat([ascii("Comment\0\0"), deflateSync(Buffer.alloc(200 * 1024 * 1024))]));
  const afterHeader = 8 + 25;
  return Buffer.concat([good.subarray(0, afterHeader), bomb, good.subarray(afterHeader)]);
}

/** Bytes that are nothing, the same each time. */
export function nonsense(size: number): Buffer {
  const block = createHash("sha512").update("nonsense").digest();
  return Buffer.alloc(size, block);
}

/** An archive with nothing in it, which opens wherever it is appended. */
export const emptyArchive = Buffer.concat([ascii("PK\x05\x06"), Buffer.alloc(18)]);

function written(objects: (string | Buffer)[], trailer: string): Buffer {
  const parts: Buffer[] = [ascii("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = 9;
  objects.forEach((object, index) => {
    const body = Buffer.concat([ascii(`${index + 1} 0 obj\n`), Buffer.from(object), ascii("\nendobj\n")]);
    offsets.push(length);
    length += body.length;
    parts.push(body);
  });
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    ascii(`xref\n0 ${size}\n0000000000 65535 f \n${lines}`),
    ascii(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

/** Rows as a PNG filter writes them: a filter number, then the difference to the row above. */
function rowsOf(content: Buffer, columns: number): Buffer {
  const rows: Buffer[] = [];
  let above = Buffer.alloc(columns);
  for (let at = 0; at < content.length; at += columns) {
    const row = Buffer.alloc(columns, " ");
    content.copy(row, 0, at);
    rows.push(Buffer.from([2]), row.map((byte, index) => byte - (above[index] ?? 0)) as Buffer);
    above = row;
  }
  return Buffer.concat(rows);
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => state[index & 255] ?? 0;
  const swap = (a: number, b: number) => ([state[a], state[b]] = [at(b), at(a)]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}

function png(...chunks: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([ascii(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
