/** A picture as its pixels: four bytes each, as a canvas gives them. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray };

/** Reads a square code from a picture of paper, as a camera would: from what is printed, not from what was meant; and its width in pixels. */
export function readQr(pixels: Pixels): { text: string; width: number } {
  const { modules, width } = modulesOf(pixels);
  const format = modules[8]?.slice(0, 5).map((dark, at) => dark !== formatMask[at]) ?? [];
  const level = levels[numberOf(format.slice(0, 2))];
  const mask = masks[numberOf(format.slice(2))];
  const version = (modules.length - 17) / 4;
  const blocks = level?.[version - 1];
  if (!mask || !blocks) throw new Error("This code is larger than the reader reads.");

  const bits = pathOf(modules.length).map(({ x, y }) => (modules[y]?.[x] ?? false) !== mask(x, y));
  const codewords = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    numberOf(bits.slice(8 * at, 8 * at + 8)),
  );
  return { text: textOf(inOrder(codewords, blocks)), width };
}

type Modules = boolean[][];

/** Only the code is drawn in pure black: its corners are where black begins and ends. */
function modulesOf({ width, height, data }: Pixels): { modules: Modules; width: number } {
  const isBlack = (x: number, y: number) =>
    [0, 1, 2].every((channel) => (data[4 * (y * width + x) + channel] ?? 255) < 60) &&
    (data[4 * (y * width + x) + 2] ?? 255) < 20;
  const box = { left: width, right: 0, top: height, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isBlack(x, y)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  }
  // The upper edge of the first corner is seven modules of black.
  let edge = box.left;
  while (isBlack(edge, box.top + 2)) edge++;
  const size = box.right - box.left;
  const count = 4 * Math.round((size / ((edge - box.left) / 7) - 17) / 4) + 17;
  const module = size / count;
  const modules = Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) =>
      isBlack(Math.floor(box.left + (column + 0.5) * module), Math.floor(box.top + (row + 0.5) * module)),
    ),
  );
  return { modules, width: size };
}

/** The modules that carry data, in the order of their bits: two columns at a time, up and down from the right. */
function pathOf(count: number): { x: number; y: number }[] {
  const path: { x: number; y: number }[] = [];
  let upward = true;
  for (let right = count - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < count; step++) {
      const y = upward ? count - 1 - step : step;
      for (const x of [right, right - 1]) if (!isFixed(x, y, count)) path.push({ x, y });
    }
    upward = !upward;
  }
  return path;
}

/** Corners, timing lines, the alignment mark and the format: what is the same whatever is written. */
function isFixed(x: number, y: number, count: number): boolean {
  const corner = (x < 9 && y < 9) || (x < 9 && y >= count - 8) || (x >= count - 8 && y < 9);
  const mark = count - 7;
  const alignment = count > 21 && Math.abs(x - mark) <= 2 && Math.abs(y - mark) <= 2;
  return corner || x === 6 || y === 6 || alignment;
}

/** The data of several blocks were dealt like cards. */
function inOrder(codewords: readonly number[], blocks: readonly number[]): number[] {
  const dealt = blocks.map((): number[] => []);
  let next = 0;
  for (let at = 0; at < Math.max(...blocks); at++) {
    blocks.forEach((size, block) => {
      if (at < size) dealt[block]?.push(codewords[next++] ?? 0);
    });
  }
  return dealt.flat();
}

function textOf(codewords: readonly number[]): string {
  const bits = codewords.flatMap((word) => Array.from({ length: 8 }, (_, at) => ((word >> (7 - at)) & 1) === 1));
  if (numberOf(bits.slice(0, 4)) !== 4) throw new Error("This code does not hold bytes.");
  const length = numberOf(bits.slice(4, 12));
  const bytes = Array.from({ length }, (_, at) => numberOf(bits.slice(12 + 8 * at, 20 + 8 * at)));
  return new TextDecoder().decode(new Uint8Array(bytes));
}

const numberOf = (bits: readonly boolean[]) => bits.reduce((sum, bit) => 2 * sum + Number(bit), 0);

const formatMask = [true, false, true, false, true];

const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The data codewords of each block, by level (as its two bits are written: M, L, H, Q) and version from 1. */
const levels: number[][][] = [
  [[16], [28], [44], [32, 32], [43, 43], [27, 27, 27, 27]],
  [[19], [34], [55], [80], [108], [68, 68]],
  [[9], [16], [13, 13], [9, 9, 9, 9], [11, 11, 12, 12], [15, 15, 15, 15]],
  [[13], [22], [17, 17], [24, 24], [15, 15, 16, 16], [19, 19, 19, 19]],
];
