import sharp from "sharp";
import { measurePicture } from "./measure.mjs";

// One picture at a time, by the two loaders that are needed.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng"] });
sharp.cache(false);
sharp.concurrency(1);

const seconds = 10;
const formats = { jpeg: "image/jpeg", png: "image/png" };

/** Draws the picture anew, so that nothing of the file is kept but what can be seen: no place, camera, preview or appendix. */
export async function inspect(bytes, limits) {
  const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > limits.pixels) return { fault: "pixels" };

  const picture = sharp(bytes, { failOn: "warning", limitInputPixels: limits.pixels, sequentialRead: true })
    .timeout({ seconds })
    .autoOrient();
  const kept = format === "png" ? picture.png() : picture.jpeg({ quality: 90 });
  const drawn = await kept.toBuffer();
  const measures = await measurePicture(sharp(drawn, { limitInputPixels: limits.pixels }).timeout({ seconds }));
  return {
    pages: 1,
    mediaType: formats[format],
    bytes: drawn,
    measures: { longSide: Math.max(width, height), ...measures },
  };
}

/** The picture as PNG, turned and as wide as asked for, but never larger than it is. */
export async function draw(bytes, { width, turn }) {
  const turned = await sharp(bytes).timeout({ seconds }).rotate(turn).png({ compressionLevel: 1 }).toBuffer();
  return sharp(turned).timeout({ seconds }).resize({ width, withoutEnlargement: true }).png().toBuffer();
}
