import sharp from "sharp";
import { pdf, picture } from "@/prisma/testing/corpus";
import type { Upload } from "./hands";

/** A scan as a PDF. */
export function scan(name: string): Upload {
  return { name, mimeType: "application/pdf", buffer: pdf() };
}

/** A picture as a PNG. */
export async function screenshot(name: string): Promise<Upload> {
  return { name, mimeType: "image/png", buffer: await picture("png", 600, 400) };
}

/** A photograph, as large as telephones make them. */
export async function photograph(name: string): Promise<Upload> {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const create = { width: 1200, height: 900, channels: 3, background: "#0b4f6c", noise } as const;
  return { name, mimeType: "image/jpeg", buffer: await sharp({ create }).jpeg({ quality: 90 }).toBuffer() };
}
