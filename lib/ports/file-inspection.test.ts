import sharp, { type Sharp } from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import type { FileFault, MediaType } from "@/lib/domain/document/file";
import { signsOf } from "@/lib/domain/document/signs";
import {
  emptyArchive,
  encryptedPdf,
  hollowPng,
  nonsense,
  packedPdf,
  pdf,
  photographWithPlace,
  picture,
  pngWithBomb,
  stream,
} from "@/prisma/testing/corpus";
import { closeFileInspection, drawPage, inspectFile } from "./file-inspection";

afterAll(closeFileInspection);

const asPdf = "application/pdf";
const verdictOn = async (bytes: Uint8Array, mediaType: MediaType = asPdf): Promise<FileFault | "taken"> => {
  const inspection = await inspectFile(bytes, mediaType);
  return inspection.ok ? "taken" : inspection.fault;
};

describe("a paper that is what it says", () => {
  test("is taken as it is when it is a PDF", async () => {
    const given = pdf({ pages: 3 });
    const inspection = await inspectFile(given, asPdf);
    expect(inspection).toMatchObject({ ok: true, pages: 3 });
    expect(inspection.ok && Buffer.from(inspection.bytes).equals(given)).toBe(true);
  });

  test.each<[string, Buffer]>([
    ["opens at its first page", pdf({ catalog: "/OpenAction [3 0 R /Fit]" })],
    ["opens at its first page in a longer way", pdf({ catalog: "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>" })],
    [
      "links to the issuing body",
      pdf({
        page: "/Annots [4 0 R]",
        objects: ["<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://board.example/) >> >>"],
      }),
    ],
    ["speaks of JavaScript in its text", pdf({ page: "/Contents 4 0 R", objects: [stream("BT (JavaScript) Tj ET")] })],
    ["is black from edge to edge", pdf({ objects: [stream(Buffer.alloc(20_000_000), "/Subtype /Image")] })],
    ["has its objects packed away", packedPdf("", { script: false })],
    ["has 200 pages", pdf({ pages: 200 })],
  ])("is taken when it %s", async (_, bytes) => {
    expect(await verdictOn(bytes)).toBe("taken");
  });

  test("is drawn anew when it is a picture, without place, camera or what was appended", async () => {
    const photograph = await photographWithPlace();
    expect(photograph.includes("CameraOfMrChan")).toBe(true);

    const inspection = await inspectFile(Buffer.concat([photograph, emptyArchive]), "image/jpeg");
    if (!inspection.ok) throw new Error(inspection.fault);
    const kept = Buffer.from(inspection.bytes);
    expect(await sharp(kept).metadata()).toMatchObject({ format: "jpeg", width: 400, height: 250 });
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect(kept.includes("CameraOfMrChan") || kept.includes("PK\x05\x06")).toBe(false);
  });
});

describe("a PDF that could do something", () => {
  const script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
  const annotated = (annotation: string) =>
    pdf({ page: "/Annots [4 0 R]", objects: [`<< /Type /Annot /Rect [0 0 9 9] ${annotation} >>`] });

  test.each<[string, Buffer]>([
    ["runs a script on opening", pdf({ catalog: "/OpenAction 4 0 R", objects: [script] })],
    [
      "runs a script it names",
      pdf({ catalog: "/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", objects: [script] }),
    ],
    ["spells the script differently", pdf({ objects: ["<< /S /J#61vaScript /J#53 (x) >>"] })],
    ["keeps a script nothing leads to", pdf({ objects: [script] })],
    ["packs the script away", packedPdf("/OpenAction 4 0 R")],
    ["packs the script away under no name", packedPdf("/OpenAction 4 0 R", { type: "" })],
    ["packs the script away behind a remark", packedPdf("/OpenAction 4 0 R", { type: "", before: "% remark\n" })],
    ["packs the script away behind much nothing", packedPdf("", { type: "", before: " ".repeat(200_000) })],
    ["packs the script away in rows", packedPdf("/OpenAction 4 0 R", { predictor: true })],
    ["hides a script in a stream", pdf({ objects: [stream(`7 0 obj ${script} endobj`, "", false)] })],
    ["starts a program", annotated("/Subtype /Link /A << /S /Launch /F (cmd.exe) >>")],
    ["opens another file", annotated("/Subtype /Link /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >>")],
    ["sends a form away", annotated("/Subtype /Link /A << /S /SubmitForm /F (https://x.example) >>")],
    ["opens a site by itself", pdf({ catalog: "/OpenAction << /S /URI /URI (https://x.example) >>" })],
    ["acts when a page is turned", pdf({ page: "/AA << /O << /S /Named /N /Print >> >>" })],
    ["plays a film", annotated("/Subtype /RichMedia")],
    ["carries a file", annotated("/Subtype /FileAttachment /FS << /Type /Filespec /F (a.exe) >>")],
    [
      "carries a file by name",
      pdf({
        catalog: "/Names << /EmbeddedFiles << /Names [(a) << /F (a.exe) /EF << /F 4 0 R >> >>] >> >>",
        objects: [stream("MZ", "/Type /EmbeddedFile")],
      }),
    ],
    ["is a form of forms", pdf({ catalog: "/AcroForm << /Fields [] /XFA 4 0 R >>", objects: [stream("<xdp/>")] })],
    ["is a folder of files", pdf({ catalog: "/Collection << /View /D >>" })],
  ])("is refused when it %s", async (_, bytes) => {
    expect(await verdictOn(bytes)).toBe("unsafe");
  });
});

describe("a file that cannot be examined", () => {
  test.each<[FileFault, string, () => Buffer | Promise<Buffer>, MediaType]>([
    ["locked", "asks for a password", () => encryptedPdf("user"), asPdf],
    ["locked", "is encrypted and opens all the same", () => encryptedPdf("owner"), asPdf],
    ["pages", "has 201 pages", () => pdf({ pages: 201 }), asPdf],
    [
      "unreadable",
      "was cut short",
      () => pdf({ objects: [stream(nonsense(9000), "", false)] }).subarray(0, 5000),
      asPdf,
    ],
    ["unreadable", "goes on as an archive", () => Buffer.concat([pdf(), emptyArchive]), asPdf],
    ["type", "begins as a page of the web", () => Buffer.concat([Buffer.from("<html>"), pdf()]), asPdf],
    ["type", "is ten megabytes of nonsense", () => nonsense(10 * 1024 * 1024), asPdf],
    [
      "unreadable",
      "is nonsense that begins like a PDF",
      () => Buffer.concat([Buffer.from("%PDF-1.7\n"), nonsense(2_000_000), Buffer.from("\n%%EOF")]),
      asPdf,
    ],
    ["mismatch", "is a picture that calls itself a PDF", () => picture("png"), asPdf],
    ["mismatch", "is a PDF that calls itself a picture", () => pdf(), "image/png"],
    ["mismatch", "is a JPEG that calls itself a PNG", () => picture("jpeg"), "image/png"],
    ["type", "is a drawing", () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "image/png"],
    ["type", "is an animation", () => Buffer.from("GIF89a\x01\x00\x01\x00\x00\x00\x00;", "latin1"), "image/png"],
    ["pixels", "claims nine hundred million pixels", () => hollowPng(30_000, 30_000), "image/png"],
    ["unreadable", "claims more than it holds", () => hollowPng(5000, 5000), "image/png"],
    [
      "unreadable",
      "is half a photograph",
      async () => (await picture("jpeg", 2000, 2000)).subarray(0, 9000),
      "image/jpeg",
    ],
  ])("is refused as %s when it %s", async (fault, _, bytes, mediaType) => {
    expect(await verdictOn(await bytes(), mediaType)).toBe(fault);
  });

  test("does not unpack what is hidden in a picture", async () => {
    const inspection = await inspectFile(await pngWithBomb(), "image/png");
    expect(inspection.ok ? inspection.bytes.length : 0).toBeLessThan(10_000);
  });
});

describe("a scan", () => {
  const width = 1_240;
  const lines = Array.from({ length: 40 }, (_, line) =>
    Array.from(
      { length: 30 },
      (__, word) => `<rect x="${90 + word * 36}" y="${120 + line * 38}" width="26" height="5"/>`,
    ),
  );
  const page = sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="1754"><rect width="100%" height="100%" fill="#f4f2ec"/>${lines.flat().join("")}</svg>`,
    ),
  );
  const signsFor = async (bytes: Uint8Array, mediaType: MediaType) => {
    const inspection = await inspectFile(bytes, mediaType);
    return inspection.ok ? signsOf(inspection.measures) : inspection.fault;
  };
  const plain = (background: string) => sharp({ create: { width, height: 900, channels: 3, background } }).jpeg();

  test.each<[string, string[], () => Sharp]>([
    ["in order", [], () => page.clone().jpeg({ quality: 70 })],
    ["slightly soft", [], () => page.clone().blur(0.8).jpeg()],
    ["grey on grey", [], () => page.clone().linear(0.3, 120).jpeg()],
    ["out of focus", ["blurred"], () => page.clone().blur(8).jpeg()],
    ["taken at night", ["dark"], () => page.clone().linear(0.15, 0).jpeg()],
    ["of a white page", ["blank"], () => plain("#fdfdfd")],
    ["with a thumb on the lens", ["blank"], () => plain("#120a08")],
    ["as small as a stamp", ["small"], () => page.clone().resize({ height: 600 }).sharpen().jpeg()],
  ])("%s is known by its signs", async (_, signs, made) => {
    expect(await signsFor(await made().toBuffer(), "image/jpeg")).toEqual(signs);
  });

  test("of a PDF is looked at on its first page", async () => {
    const onPage = async (picture: Buffer) =>
      pdf({
        page: "/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>",
        objects: [
          stream("q 595 0 0 842 0 0 cm /I Do Q"),
          stream(
            picture,
            "/Type /XObject /Subtype /Image /Width 1240 /Height 1754 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
            false,
          ),
        ],
      });
    const sharpScan = await onPage(await page.clone().jpeg().toBuffer());
    const blurredScan = await onPage(await page.clone().blur(9).jpeg().toBuffer());
    expect(await signsFor(sharpScan, asPdf)).toEqual([]);
    expect(await signsFor(blurredScan, asPdf)).toEqual(["blurred"]);
    expect(await signsFor(pdf(), asPdf)).toEqual(["blank"]);
  });
});

describe("a page that is looked at", () => {
  test("is a picture, as large and turned as asked for", async () => {
    const upright = await drawPage(pdf(), asPdf, { page: 1, zoom: 100, turn: 0 });
    const turned = await drawPage(pdf(), asPdf, { page: 1, zoom: 150, turn: 90 });
    expect(await sharp(upright ?? undefined).metadata()).toMatchObject({ format: "png", width: 1200, height: 1699 });
    expect(await sharp(turned ?? undefined).metadata()).toMatchObject({ format: "png", width: 2548, height: 1800 });
  });

  test("never takes more room than a screen can use", async () => {
    const poster = pdf({ page: "/MediaBox [0 0 14400 14400]" });
    const { width = 0, height = 0 } = await sharp(
      (await drawPage(poster, asPdf, { page: 1, zoom: 300, turn: 0 })) ?? undefined,
    ).metadata();
    expect(width * height).toBeLessThan(12_100_000);
  });

  test("is nothing when there is no such page", async () => {
    expect(await drawPage(pdf(), asPdf, { page: 9, zoom: 100, turn: 0 })).toBeNull();
  });
});
