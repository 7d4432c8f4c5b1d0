/** What can be measured of a page that was looked at as a picture. Brightness runs from 0, black, to 255, white. */
export type PageMeasures = {
  /** Points along the longer side, where the file itself is a picture. */
  longSide: number | null;
  brightness: number;
  /** Between the darkest and the lightest that is there, single points left aside. */
  contrast: number;
  /** How steep its hardest edges are, as a share of the contrast. */
  sharpness: number;
};

/** Signs that a scan is hard to read. They warn; a person decides. The words are `documents.sign.<sign>`. */
export const scanSigns = ["blank", "dark", "blurred", "small"] as const;
export type ScanSign = (typeof scanSigns)[number];

// A card of 86 mm at 300 dots per inch has 1,011 points along its longer side; below 800 its small print is lost.
const leastPoints = 800;
const leastContrast = 20;
const leastBrightness = 45;
// Letters of three millimetres that run into each other reach 0.14; those that can just be told apart, 0.25.
const leastSharpness = 0.16;

/** Why a page may be hard to read, as far as it can be measured; nothing where nothing was measured. */
export function signsOf(page: PageMeasures | null): ScanSign[] {
  if (!page) return [];
  const size: ScanSign[] = page.longSide !== null && page.longSide < leastPoints ? ["small"] : [];
  // Where nothing can be seen, nothing can be dark or blurred.
  if (page.contrast < leastContrast) return ["blank", ...size];
  return [
    ...(page.brightness < leastBrightness ? (["dark"] as const) : []),
    ...(page.sharpness < leastSharpness ? (["blurred"] as const) : []),
    ...size,
  ];
}

/** The signs among some texts, such as those of a row. */
export function scanSignsIn(texts: readonly string[]): ScanSign[] {
  return scanSigns.filter((sign) => texts.includes(sign));
}
