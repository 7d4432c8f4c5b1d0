// How well a page can be read, in numbers: what they mean is decided elsewhere.

/** Pages are measured at a size at which a clerk looks at them whole. */
export const measuredSide = 1000;
// Below this the grain of a picture would be taken for its edges.
const leastContrast = 64;

/** Measures a picture that sharp opens; points that are glass lie on white. */
export async function measurePicture(picture) {
  const small = picture.flatten({ background: "#fff" }).greyscale().resize({
    width: measuredSide,
    height: measuredSide,
    fit: "inside",
    withoutEnlargement: true,
  });
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  return measureGrey(info.channels === 1 ? data : data.filter((_, at) => at % info.channels === 0), info.width);
}

/** Measures points of grey, row by row. */
export function measureGrey(grey, width) {
  const levels = new Uint32Array(256);
  let sum = 0;
  for (const level of grey) {
    levels[level]++;
    sum += level;
  }
  const contrast = levelAt(levels, grey.length * 0.999) - levelAt(levels, grey.length * 0.001);
  return {
    brightness: sum / grey.length,
    contrast,
    sharpness: steepest(grey, width) / Math.max(contrast, leastContrast),
  };
}

/** How much the steepest thousandth of the points stands out from its neighbours. */
function steepest(grey, width) {
  const height = Math.floor(grey.length / width);
  const steps = new Uint32Array(1021);
  let count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const step = 4 * grey[at] - grey[at - 1] - grey[at + 1] - grey[at - width] - grey[at + width];
      steps[Math.abs(step)]++;
      count++;
    }
  }
  return levelAt(steps, count * 0.999);
}

/** The level below which so many of the points lie. */
function levelAt(levels, share) {
  let seen = 0;
  for (let level = 0; level < levels.length; level++) {
    seen += levels[level];
    if (seen > share) return level;
  }
  return levels.length - 1;
}

/** The measures of a page that was drawn, from its points of four bytes. */
export function measureDrawn(points, width) {
  const grey = new Uint8Array(points.length / 4);
  for (let at = 0; at < grey.length; at++) {
    grey[at] = (points[at * 4] * 54 + points[at * 4 + 1] * 183 + points[at * 4 + 2] * 19) >> 8;
  }
  return measureGrey(grey, width);
}
