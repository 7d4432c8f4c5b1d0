import { fileLimits } from "@/lib/domain/document/file";
import { nonsense, pdf, picture } from "@/prisma/testing/corpus";
import { ascii, type Sample } from "./sample";

const good = () => pdf();

/** Good papers under names that would do something elsewhere. */
export function hostileNames(): Sample[] {
  const names = {
    "a path upwards": "../../../../etc/cron.d/job.pdf",
    "a path of another system": "..\\..\\Windows\\System32\\a.pdf",
    "a path from the root": "/etc/passwd.pdf",
    "a drive": "C:\\Users\\Chan\\scan.pdf",
    "a share": "\\\\server\\share\\scan.pdf",
    "a page of a site": "<img src=x onerror=alert(1)>.pdf",
    "a way out of an attribute": '"><script>alert(1)</script>.pdf',
    "a header of its own": "a\r\nContent-Type: text/html\r\n\r\n<h1>.pdf",
    "a second name": 'a.pdf"; filename="b.pdf',
    "a query": "a'; DROP TABLE document; --.pdf",
    "a template": "{{7*7}}${7*7}.pdf",
    "an expansion": "$(reboot)`reboot`;reboot|reboot&.pdf",
    "a zero in the middle": "a.exe\0.pdf",
    "letters that run backwards": "scan\u202efdp.txt\u202c.pdf",
    "marks of direction": "\u200f\u200escan\u2066.pdf",
    "marks without width": "s\u200bc\u200da\ufeffn.pdf",
    "control signs": "s\u0001c\u001ba\u007fn.pdf",
    "broad letters": "ｓｃａｎ．ｐｄｆ",
    "a name of a device": "CON.pdf",
    "another device": "NUL.tar.pdf",
    "dots before it": "...hidden.pdf",
    "dots only": "....pdf",
    "spaces before and behind": "   scan.pdf   ",
    "300 letters": `${"a".repeat(300)}.pdf`,
    "300 Chinese signs": `${"註".repeat(300)}.pdf`,
    "a mountain of accents": `a${"\u0301".repeat(500)}.pdf`,
    "pictures for letters": "📄📄📄.pdf",
    "half a sign": "a\ud800b.pdf",
    "percent signs": "%2e%2e%2fscan%00.pdf",
    "a cell of a sheet": "=HYPERLINK(1).pdf",
  };
  return [
    ...Object.entries(names).map(([trick, name]): Sample => ({ trick, name, bytes: good })),
    { trick: "an ending and no name", name: ".pdf", bytes: good },
    { trick: "an ending in capitals", name: "SCAN.PDF", bytes: good },
    { trick: "another ending before it", name: "scan.exe.jpg", bytes: () => picture("jpeg", 60, 40) },
  ];
}

/** Good papers under an ending that is not taken. */
export function otherEndings(): Sample[] {
  const endings = [
    "exe",
    "scr",
    "bat",
    "js",
    "html",
    "svg",
    "xml",
    "docx",
    "xlsm",
    "zip",
    "7z",
    "iso",
    "lnk",
    "hta",
    "php",
    "gif",
    "webp",
    "bmp",
    "tiff",
    "heic",
    "avif",
    "eml",
    "swf",
    "jpe",
  ];
  const names = [
    "scan",
    "scan.",
    "scan.pdf.",
    "scan.pdf.exe",
    "scan.pdf\0.exe",
    "scan.pdf/a.txt",
    "scan.pdf::$DATA",
    "a.pdf;.php",
  ];
  return [...endings.map((ending) => `scan.${ending}`), ...names].map((name) => ({
    trick: JSON.stringify(name),
    name,
    bytes: good,
  }));
}

/** Files of kinds that are not taken, under names that are. */
export function otherKinds(): Sample[] {
  const kinds: Record<string, Buffer> = {
    "a drawing": ascii("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    "a page of a site": ascii("<!DOCTYPE html><script>alert(1)</script>"),
    "a page before a PDF": Buffer.concat([ascii("<html><script>alert(1)</script>"), pdf()]),
    "a text": ascii("To whom it may concern: Chan Tai Man is registered."),
    "a script of a shell": ascii("#!/bin/sh\nid\n"),
    "an animation": ascii("GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
    "an animation before a PDF": Buffer.concat([ascii("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), pdf()]),
    "a program of Windows": Buffer.concat([ascii("MZ\x90\0\x03"), Buffer.alloc(200)]),
    "a program of Linux": Buffer.concat([ascii("\x7fELF\x02\x01\x01"), Buffer.alloc(200)]),
    "an archive": Buffer.concat([ascii("PK\x03\x04\x14\0"), Buffer.alloc(60)]),
    "a packed file": Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(40)]),
    "an archive of another kind": Buffer.concat([ascii("7z\xbc\xaf\x27\x1c"), Buffer.alloc(40)]),
    "an archive of a third kind": Buffer.concat([ascii("Rar!\x1a\x07\x01\0"), Buffer.alloc(40)]),
    "a picture of Windows": Buffer.concat([ascii("BM\x46\0\0\0\0\0\0\0\x36\0\0\0"), Buffer.alloc(60)]),
    "a picture of a fax": Buffer.concat([ascii("II*\0\x08\0\0\0"), Buffer.alloc(60)]),
    "a picture of a telephone": Buffer.concat([Buffer.from([0, 0, 0, 24]), ascii("ftypheic\0\0\0\0heicmif1")]),
    "a picture of a site": Buffer.concat([ascii("RIFF\x24\0\0\0WEBPVP8 "), Buffer.alloc(40)]),
    "a program for a printer": ascii("%!PS-Adobe-3.0\n(x) print\n"),
    "a text with a shape": ascii("{\\rtf1\\ansi Certificate}"),
    "a database": Buffer.concat([ascii("SQLite format 3\0"), Buffer.alloc(80)]),
    "a film": Buffer.concat([Buffer.from([0, 0, 0, 24]), ascii("ftypisom\0\0\0\0isommp42")]),
    "a piece of music": Buffer.concat([ascii("ID3\x03\0\0\0\0\0\0"), Buffer.alloc(40)]),
    zeros: Buffer.alloc(2_000),
    nonsense: nonsense(20_000),
    "much nonsense": nonsense(fileLimits.bytesOfFile),
    "one byte": ascii("%"),
  };
  return Object.entries(kinds).flatMap(([trick, content]) =>
    ["paper.pdf", "paper.png"].map((name) => ({ trick, name, bytes: () => content })),
  );
}

/** Papers that are something else than their name says, though both are taken. */
export function otherNames(): Sample[] {
  const kinds: Record<string, () => Buffer | Promise<Buffer>> = {
    "a PDF": good,
    "a JPEG": () => picture("jpeg", 60, 40),
    "a PNG": () => picture("png", 60, 40),
  };
  const wrong: [keyof typeof kinds, string][] = [
    ["a PDF", "scan.jpg"],
    ["a PDF", "scan.jpeg"],
    ["a PDF", "scan.png"],
    ["a JPEG", "scan.pdf"],
    ["a JPEG", "scan.png"],
    ["a JPEG", "scan.PNG"],
    ["a PNG", "scan.pdf"],
    ["a PNG", "scan.jpg"],
    ["a PNG", "scan.JPEG"],
  ];
  return wrong.map(([kind, name]) => ({ trick: kind, name, bytes: kinds[kind] ?? good }));
}

/** Nothing at all. */
export function emptyFiles(): Sample[] {
  return ["scan.pdf", "scan.jpg", "scan.jpeg", "scan.png", "scan.exe", "scan", "空.pdf"].map((name) => ({
    trick: "zero bytes",
    name,
    bytes: () => new Uint8Array(),
  }));
}

/** More than one paper may be. */
export function largeFiles(): Sample[] {
  const over = (bytes: number) => () => Buffer.concat([pdf(), Buffer.alloc(bytes)]);
  const most = fileLimits.bytesOfFile;
  return [
    { trick: "one byte too many", name: "scan.pdf", bytes: () => nonsense(most + 1) },
    { trick: "a PDF with zeros behind it", name: "scan.pdf", bytes: over(most) },
    { trick: "a picture with zeros behind it", name: "scan.png", bytes: () => Buffer.alloc(most + 4_096, 1) },
    { trick: "twice as much", name: "scan.jpg", bytes: () => Buffer.alloc(most * 2, 1) },
  ];
}
