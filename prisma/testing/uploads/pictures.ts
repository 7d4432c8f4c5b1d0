import sharp, { type Sharp } from "sharp";
import { crc32, deflateSync } from "node:zlib";
import { emptyArchive, hollowPng, pdf, photographWithPlace, picture } from "@/prisma/testing/corpus";
import { ascii, samples, type Sample } from "./sample";

/** A picture on which something can be seen: soft hills of grey under a few hard edges. */
export function photograph(width = 320, height = 200, channels: 3 | 4 = 3): Sharp {
  const pixels = Buffer.alloc(width * height * channels);
  for (let at = 0; at < pixels.length; at++) {
    const [x, y] = [Math.floor(at / channels) % width, Math.floor(at / channels / width)];
    pixels[at] = at % channels === 3 ? 255 : (x % 40 < 4 ? 20 : 160) + Math.round(60 * Math.sin((x + 2 * y) / 30));
  }
  return sharp(pixels, { raw: { width, height, channels } });
}

/** Photographs and scans as telephones, scanners and programs make them. */
export function goodPictures(): Sample[] {
  const jpegs: Record<string, (it: Sharp) => Sharp> = {
    "as it is": (it) => it.jpeg(),
    grey: (it) => it.grayscale().jpeg(),
    "for print": (it) => it.toColourspace("cmyk").jpeg(),
    progressive: (it) => it.jpeg({ progressive: true }),
    coarse: (it) => it.jpeg({ quality: 10 }),
    fine: (it) => it.jpeg({ quality: 100, chromaSubsampling: "4:4:4" }),
    "with a profile of its colours": (it) => it.withIccProfile("p3").jpeg(),
    ...Object.fromEntries(
      [2, 3, 4, 5, 6, 7, 8].map((orientation) => [
        `held another way, ${orientation}`,
        (it: Sharp) => it.withMetadata({ orientation }).jpeg(),
      ]),
    ),
  };
  const pngs: Record<string, (it: Sharp) => Sharp> = {
    "as it is": (it) => it.png(),
    grey: (it) => it.grayscale().png(),
    "of few colours": (it) => it.png({ palette: true, colours: 16 }),
    "in black and white": (it) => it.threshold(128).png({ palette: true, colours: 2 }),
    "in lines between lines": (it) => it.png({ progressive: true }),
    "in sixteen bits": (it) => it.toColourspace("rgb16").png(),
    "with glass": (it) => it.ensureAlpha(0.5).png(),
    "not packed": (it) => it.png({ compressionLevel: 0 }),
  };
  const sizes = [
    [1, 1],
    [16, 16],
    [4_000, 12],
    [12, 4_000],
    [1_240, 1_754],
  ] as const;
  const made = (changes: typeof jpegs) =>
    Object.fromEntries(
      Object.entries(changes).map(([trick, change]) => [trick, () => change(photograph()).toBuffer()]),
    );
  return [
    ...samples("IMG_0001.JPG", made(jpegs)),
    ...samples("scan.jpeg", {
      "another ending": () => photograph().jpeg().toBuffer(),
      "12 megapixels": () => picture("jpeg", 4_000, 3_000),
      "a page at 300 dots per inch": () => picture("jpeg", 2_480, 3_508),
    }),
    ...samples("scan.png", made(pngs)),
    ...sizes.flatMap(([width, height]) => [
      ...samples("scan.jpg", { [`${width} by ${height}`]: () => picture("jpeg", width, height) }),
      ...samples("scan.png", { [`${width} by ${height}`]: () => picture("png", width, height) }),
    ]),
  ];
}

const place = "22.278333,114.159167";
const camera = "CameraOfMrChan";

/** Pictures that say where and by whom they were made: they are taken, and say it no more. */
export function tellingPictures(): Sample[] {
  const secrets = [place, camera];
  const segment = (marker: number, content: string) => async () => {
    const good = await photograph().jpeg().toBuffer();
    const head = Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]);
    return Buffer.concat([good.subarray(0, 2), head, ascii(content), good.subarray(2)]);
  };
  const noted = (kind: string, content: Buffer) => async () =>
    withChunk(await photograph().png().toBuffer(), kind, content);
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description exif:GPS="${place}" xmlns:exif="http://ns.adobe.com/exif/1.0/"/></rdf:RDF></x:xmpmeta>`;
  return [
    ...samples(
      "IMG_2231.jpg",
      {
        "in Exif": photographWithPlace,
        "in XMP": () => photograph().withXmp(xmp).jpeg().toBuffer(),
        "in XMP by hand": segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${xmp}`),
        "in IPTC": segment(0xed, `Photoshop 3.0\0 8BIM ${place}`),
        "in a remark": segment(0xfe, `${camera} at ${place}`),
        "in a segment of the camera's own": segment(0xe5, `${camera} ${place}`),
        "in its profile": segment(0xe2, `MPF\0 ${place}`),
        "behind its end": async () => Buffer.concat([await photographWithPlace(), ascii(`SEFH ${place} ${camera}`)]),
      },
      secrets,
    ),
    ...samples(
      "scan.png",
      {
        "in a text": noted("tEXt", ascii(`Comment\0${camera} ${place}`)),
        "in a packed text": noted("zTXt", Buffer.concat([ascii("Comment\0\0"), deflateSync(ascii(place))])),
        "in an international text": noted("iTXt", ascii(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
        "in Exif": noted("eXIf", ascii(`MM\0*\0\0\0\x08\0\0${place}${camera}`)),
        "in a chunk of nobody's": noted("prIv", ascii(place)),
        "behind its end": async () => Buffer.concat([await photograph().png().toBuffer(), ascii(place)]),
      },
      secrets,
    ),
  ];
}

/** Pictures that are something else as well: drawn anew, they are pictures only. */
export function doublePictures(): Sample[] {
  const site = "<html><script>alert(document.domain)</script></html>";
  const shell = "<?php system($_GET['c']); ?>";
  const others: Record<string, Buffer> = {
    "an archive": emptyArchive,
    "a page of a site": ascii(site),
    "a program of a server": ascii(shell),
    "a PDF": pdf(),
    "a program": ascii("MZ\x90\0\x03 This program cannot be run in DOS mode"),
    "a drawing with a script": ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
  };
  const secrets = ["<script>", "<?php", "PK\x05\x06", "%PDF", "MZ\x90", "onload="];
  const both = (format: "jpeg" | "png") =>
    Object.fromEntries(
      Object.entries(others).map(([what, other]) => [
        `${what} behind it`,
        async () => Buffer.concat([await photograph().toFormat(format).toBuffer(), other]),
      ]),
    );
  const inside = (content: string) => async () => {
    const good = await photograph().jpeg().toBuffer();
    const head = Buffer.from([0xff, 0xfe, 0, content.length + 2]);
    return Buffer.concat([good.subarray(0, 2), head, ascii(content), good.subarray(2)]);
  };
  return [
    ...samples(
      "photo.jpg",
      { ...both("jpeg"), "a site in a remark": inside(site), "a shell in a remark": inside(shell) },
      secrets,
    ),
    ...samples(
      "photo.png",
      {
        ...both("png"),
        "a site in a text": async () =>
          withChunk(await photograph().png().toBuffer(), "tEXt", ascii(`Comment\0${site}`)),
        "a note that unpacks to 50 MB": async () =>
          withChunk(
            await photograph().png().toBuffer(),
            "zTXt",
            Buffer.concat([ascii("Comment\0\0"), deflateSync(Buffer.alloc(50 * 1024 * 1024))]),
          ),
      },
      secrets,
    ),
  ];
}

/** Pictures of more points than anybody can look at. */
export function floodingPictures(): Sample[] {
  const sizes = [
    [8_000, 5_001],
    [40_000_001, 1],
    [1, 40_000_001],
    [30_000, 30_000],
    [65_535, 65_535],
    [1_000_000, 1_000_000],
    [16_777_216, 16],
  ] as const;
  const claimed = (height: number, width: number) => async () => {
    const bytes = Buffer.from(await picture("jpeg", 64, 64));
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(height, frame + 5);
    bytes.writeUInt16BE(width, frame + 7);
    return bytes;
  };
  return [
    ...samples(
      "scan.png",
      Object.fromEntries(sizes.map(([width, height]) => [`${width} by ${height}`, () => hollowPng(width, height)])),
    ),
    ...samples("scan.jpg", {
      "a claim of 65,500 by 65,500": claimed(65_500, 65_500),
      "a claim of 50,000 by 801": claimed(801, 50_000),
    }),
  ];
}

/** Pictures that are broken: cut short, changed on the way, or hollow. */
export function brokenPictures(): Sample[] {
  const shares = [5, 20, 40, 60, 80, 95];
  const cut = (format: "jpeg" | "png") =>
    Object.fromEntries(
      shares.map((share) => [
        `${share} % of it`,
        async () => {
          const whole = await photograph(800, 500).toFormat(format).toBuffer();
          return whole.subarray(0, Math.floor((whole.length * share) / 100));
        },
      ]),
    );
  const changedAt = (share: number) => async () => {
    const bytes = Buffer.from(await photograph(800, 500).png().toBuffer());
    const at = Math.floor((bytes.length * share) / 100);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    return bytes;
  };
  return [
    ...samples("photo.jpg", cut("jpeg")),
    ...samples("photo.png", {
      ...cut("png"),
      "changed at a third": changedAt(33),
      "changed in the middle": changedAt(50),
      "changed near the end": changedAt(90),
      "5,000 by 5,000 and hollow": () => hollowPng(5_000, 5_000),
      "100 by 100 and hollow": () => hollowPng(100, 100),
      "wider than there is": () => hollowPng(2_147_483_647, 1),
      "of no height": () => hollowPng(100, 0),
      "of no width": () => hollowPng(0, 100),
    }),
  ];
}

/** A PNG with one more chunk behind its header. */
function withChunk(good: Buffer, kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([ascii(kind), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  const behindHeader = 8 + 25;
  return Buffer.concat([
    good.subarray(0, behindHeader),
    frame.subarray(0, 4),
    body,
    frame.subarray(4),
    good.subarray(behindHeader),
  ]);
}
