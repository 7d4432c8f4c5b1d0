import { deflateSync } from "node:zlib";
import { emptyArchive, encryptedPdf, nonsense, packedPdf, pdf, picture, stream } from "@/prisma/testing/corpus";
import { ascii, samples, type Sample } from "./sample";

/** PDFs as people have them, with whatever is harmless in them. */
export function goodPdfs(): Sample[] {
  const text = (words: string) => stream(`BT /F1 12 Tf 72 720 Td (${words}) Tj ET`);
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  const written = "/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>";
  const annotated = (annotation: string) =>
    pdf({ page: "/Annots [4 0 R]", objects: [`<< /Type /Annot /Rect [0 0 9 9] ${annotation} >>`] });
  const version = (number: string) => () => Buffer.concat([ascii(`%PDF-${number}`), pdf().subarray(8)]);

  return samples("certificate.pdf", {
    "one empty page": () => pdf(),
    "two pages": () => pdf({ pages: 2 }),
    "forty pages": () => pdf({ pages: 40 }),
    "two hundred pages": () => pdf({ pages: 200 }),
    "a page of words": () => pdf({ page: written, objects: [text("Certificate"), font] }),
    "words about JavaScript": () => pdf({ page: written, objects: [text("JavaScript, OpenAction, Launch"), font] }),
    "a page on its side": () => pdf({ page: "/Rotate 90" }),
    "a page upside down": () => pdf({ page: "/Rotate 180" }),
    "a large drawing": () => pdf({ page: "/MediaBox [0 0 2384 3370]" }),
    "a card": () => pdf({ page: "/MediaBox [0 0 243 153]" }),
    "first view of a page": () => pdf({ catalog: "/OpenAction [3 0 R /Fit]" }),
    "first view of a page, said at length": () => pdf({ catalog: "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>" }),
    "a language": () => pdf({ catalog: "/Lang (zh-HK)" }),
    "wishes for its window": () => pdf({ catalog: "/ViewerPreferences << /FitWindow true >> /PageMode /UseOutlines" }),
    "page labels": () => pdf({ catalog: "/PageLabels << /Nums [0 << /S /r >>] >>" }),
    "an outline": () =>
      pdf({
        catalog: "/Outlines 4 0 R",
        objects: ["<< /First 5 0 R /Last 5 0 R /Count 1 >>", "<< /Title (One) /Parent 4 0 R /Dest [3 0 R /Fit] >>"],
      }),
    "a description": () => pdf({ objects: ["<< /Title (Certificate) /Author (Board) >>"], trailer: "/Info 4 0 R" }),
    "a description in XML": () =>
      pdf({ catalog: "/Metadata 4 0 R", objects: [stream("<x:xmpmeta/>", "/Type /Metadata /Subtype /XML", false)] }),
    "a link to the board": () => annotated("/Subtype /Link /A << /S /URI /URI (https://board.example/) >>"),
    "a link to a page": () => annotated("/Subtype /Link /Dest [3 0 R /Fit]"),
    "a note": () => annotated("/Subtype /Text /Contents (Seen)"),
    "a stamp": () => annotated("/Subtype /Stamp /Contents (Approved)"),
    "a marked line": () => annotated("/Subtype /Highlight /QuadPoints [0 0 9 0 0 9 9 9]"),
    "a filled field": () => annotated("/Subtype /Widget /FT /Tx /T (name) /V (Chan)"),
    "objects packed away": () => packedPdf("", { script: false }),
    "a black page": () => pdf({ objects: [stream(Buffer.alloc(20_000_000), "/Subtype /Image")] }),
    "a blank line behind its end": () => Buffer.concat([pdf(), ascii("\r\n\r\n")]),
    "zeros behind its end": () => Buffer.concat([pdf(), Buffer.alloc(64)]),
    "version 1.3": version("1.3"),
    "version 1.4": version("1.4"),
    "version 1.6": version("1.6"),
    "version 2.0": version("2.0"),
    "a scan": async () => scan(await picture("jpeg", 1240, 1754), 1240, 1754),
    "a scan of a card": async () => scan(await picture("jpeg", 640, 400), 640, 400),
    "a form to print": () => pdf({ catalog: "/AcroForm << /Fields [] /NeedAppearances true >>" }),
    "layers to switch on": () =>
      pdf({
        catalog: "/OCProperties << /OCGs [4 0 R] /D << /ON [4 0 R] >> >>",
        objects: ["<< /Type /OCG /Name (a) >>"],
      }),
  });
}

/** PDFs that are locked, by whatever lock. */
export function lockedPdfs(): Sample[] {
  const zeros = (bytes: number) => `<${"00".repeat(bytes)}>`;
  const locked = (entries: string, size: number) =>
    pdf({
      objects: [`<< /Filter /Standard ${entries} /O ${zeros(size)} /U ${zeros(size)} /P -4 >>`],
      trailer: `/Encrypt 4 0 R /ID [${zeros(16)} ${zeros(16)}]`,
    });
  const aes = (method: string) =>
    `/CF << /StdCF << /CFM /${method} /AuthEvent /DocOpen >> >> /StmF /StdCF /StrF /StdCF`;
  return samples("certificate.pdf", {
    "to open it": () => encryptedPdf("user"),
    "to print it": () => encryptedPdf("owner"),
    "with a longer key": () => locked("/V 2 /R 3 /Length 128", 32),
    "with AES of 128 bits": () => locked(`/V 4 /R 4 /Length 128 ${aes("AESV2")}`, 32),
    "with AES of 256 bits": () =>
      locked(`/V 5 /R 5 /Length 256 ${aes("AESV3")} /OE ${zeros(32)} /UE ${zeros(32)} /Perms ${zeros(16)}`, 48),
    "with the latest AES": () =>
      locked(`/V 5 /R 6 /Length 256 ${aes("AESV3")} /OE ${zeros(32)} /UE ${zeros(32)} /Perms ${zeros(16)}`, 48),
  });
}

/** PDFs of too many pages. */
export function longPdfs(): Sample[] {
  const counts = [201, 202, 256, 400, 1_000];
  return samples("report.pdf", Object.fromEntries(counts.map((pages) => [`${pages} pages`, () => pdf({ pages })])));
}

const changed = (from: string, to: string) => ascii(pdf().toString("latin1").replace(from, to));

/** PDFs that say something wrong about themselves, which nobody suffers from. */
export function mistakenPdfs(): Sample[] {
  const claims = [201, 65_536, 2_147_483_647];
  return samples("report.pdf", {
    ...Object.fromEntries(
      claims.map((count) => [`one page, a claim of ${count}`, () => changed("/Count 1", `/Count ${count}`)]),
    ),
    "a table of its objects that is elsewhere": () => changed("startxref\n", "startxref\n9"),
    "a page that does not know whose it is": () => changed("/Parent 2 0 R", ""),
  });
}

/** PDFs that are small and want to be large. */
export function bombedPdfs(): Sample[] {
  const zeros = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1024 * 1024, "1 "));
  const store = (content: Buffer, filter = "/FlateDecode") =>
    pdf({ objects: [stream(content, `/Type /ObjStm /N 1 /First 4 /Filter ${filter}`, false)] });
  return samples("certificate.pdf", {
    "a store of 20 MB": () => store(zeros(20)),
    "a store of 64 MB": () => store(zeros(64)),
    "a store packed twice": () => store(deflateSync(zeros(64)), "[/FlateDecode /FlateDecode]"),
    "a store packed in letters": () => store(ascii(`${zeros(1).toString("hex")}>`), "[/ASCIIHexDecode /FlateDecode]"),
    "a store in runs": () => store(Buffer.alloc(4_000, "\x81 "), "/RunLengthDecode"),
    "a store that cannot be unpacked": () => store(nonsense(5_000)),
  });
}

/** PDFs that lead a reader round in circles, or nowhere. */
export function endlessPdfs(): Sample[] {
  return samples("certificate.pdf", {
    "its pages hold themselves": () => changed("/Kids [3 0 R]", "/Kids [2 0 R]"),
    "its one page is nowhere": () => changed("/Kids [3 0 R]", "/Kids [9 0 R]"),
    "its pages are nowhere": () => changed("/Pages 2 0 R", "/Pages 9 0 R"),
    "its catalog is nowhere": () => changed("/Root 1 0 R", "/Root 9 0 R"),
    "it says that it has no pages": () => changed("/Count 1", "/Count 0"),
    "it has no pages": () => changed("/Kids [3 0 R] /Count 1", "/Kids [] /Count 0"),
  });
}

/** PDFs before or behind which something else stands. */
export function accompaniedPdfs(): Sample[] {
  const behind = (content: Buffer) => () => Buffer.concat([pdf(), content]);
  return samples("certificate.pdf", {
    "an archive behind it": behind(emptyArchive),
    "a page of a site behind it": behind(ascii("<html><script>alert(1)</script></html>")),
    "a program behind it": behind(ascii("MZ\x90\0\x03\0\0\0")),
    "a script of a shell behind it": behind(ascii("\n#!/bin/sh\nrm -rf ~\n")),
    "a picture behind it": () => picture("png", 40, 40).then((it) => Buffer.concat([pdf(), it])),
    "much nonsense behind it": behind(nonsense(50_000)),
  });
}

/** PDFs that were cut short, wherever. */
export function cutPdfs(): Sample[] {
  const whole = pdf({ pages: 5, objects: [stream("0 0 m 9 9 l S")] });
  const shares = [1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 98];
  return samples(
    "certificate.pdf",
    Object.fromEntries(
      shares.map((share) => [`${share} % of it`, () => whole.subarray(0, Math.floor((whole.length * share) / 100))]),
    ),
  );
}

/** What begins and ends like a PDF and is nothing. */
export function hollowPdfs(): Sample[] {
  const framed = (content: Buffer) => () => Buffer.concat([ascii("%PDF-1.7\n"), content, ascii("\n%%EOF\n")]);
  return samples("certificate.pdf", {
    "nothing inside": framed(Buffer.alloc(0)),
    "zeros inside": framed(Buffer.alloc(10_000)),
    "nonsense inside": framed(nonsense(200_000)),
    "much nonsense inside": framed(nonsense(500_000)),
    "brackets without end inside": framed(ascii("[".repeat(200_000))),
    "words inside": framed(ascii("This is a certificate. ".repeat(100))),
  });
}

/** A picture on a page of its own, as scanners make them. */
function scan(jpeg: Buffer, width: number, height: number): Buffer {
  const dictionary = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
  return pdf({
    page: "/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>",
    objects: [stream("q 595 0 0 842 0 0 cm /I Do Q"), stream(jpeg, dictionary, false)],
  });
}
