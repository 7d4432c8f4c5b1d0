import sharp from "sharp";
import { encode } from "uqr";

/** The modules of a square code, row by row, without its border: # is dark. */
export type SquareCode = string[];

/** What the square code of an address looks like. */
export function squareCodeOf(address: string): SquareCode {
  return encode(address, { ecc: "M", border: 0 }).data.map((row) => row.map((dark) => (dark ? "#" : " ")).join(""));
}

/** Reads a square code back from a picture of it, dark on white, as a camera that is held straight. */
export async function squareCodeIn(picture: Buffer): Promise<SquareCode> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const isDark = (x: number, y: number) => (data[Math.floor(y) * width + Math.floor(x)] ?? 255) < 128;

  const rows = indices(height).filter((y) => indices(width).some((x) => isDark(x, y)));
  const columns = indices(width).filter((x) => rows.some((y) => isDark(x, y)));
  const [top = 0, left = 0] = [rows[0], columns[0]];
  const side = (rows.at(-1) ?? 0) + 1 - top;
  // The corner is a ring of seven modules: its upper edge is the first run of dark.
  const edge = indices(width - left).find((x) => !isDark(left + x, top)) ?? 0;
  const count = Math.round((side * 7) / edge / 4) * 4 + 1;
  const size = [count - 4, count, count + 4].reduce((best, it) => (fits(it) < fits(best) ? it : best));
  const at = (index: number) => ((index + 0.5) * side) / size;
  return indices(size).map((y) =>
    indices(size)
      .map((x) => (isDark(left + at(x), top + at(y)) ? "#" : " "))
      .join(""),
  );

  function fits(modules: number): number {
    return Math.abs((side * 7) / modules - edge);
  }
}

const indices = (count: number) => Array.from({ length: count }, (_, index) => index);
