import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { AnnotationMode, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { measureDrawn, measuredSide } from "./measure.mjs";
import { faultOfObjects } from "./pdf-objects.mjs";

const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const folder = (name) => `${join(library, name)}/`;
const settings = {
  cMapUrl: folder("cmaps"),
  standardFontDataUrl: folder("standard_fonts"),
  wasmUrl: folder("wasm"),
  iccUrl: folder("iccs"),
  isEvalSupported: false,
  enableXfa: false,
  useWorkerFetch: false,
  disableFontFace: true,
  useSystemFonts: false,
  verbosity: 0,
  // Beyond these a page is drawn without the picture that is too large.
  maxImageSize: 40_000_000,
  canvasMaxAreaInBytes: 200_000_000,
};
const mostPixelsOfPage = 12_000_000;
const millisecondsOfMeasuring = 4_000;

const lively = new Set(["FileAttachment", "Movie", "Screen", "Sound", "3D", "RichMedia"]);

/** Says what is wrong with a PDF, or how many pages it has. Its bytes stay as they are. */
export async function inspect(bytes, limits) {
  const task = getDocument({ ...settings, data: Uint8Array.from(bytes), stopAtErrors: true });
  try {
    const document = await task.promise;
    const fault = (await faultOfDocument(document, limits)) ?? faultOfObjects(bytes, await document.getOpenAction());
    if (fault) return { fault };
    return { pages: document.numPages, mediaType: "application/pdf", measures: await measureFirstPage(document) };
  } catch (error) {
    return { fault: error.name === "PasswordException" ? "locked" : "unreadable" };
  } finally {
    await task.destroy();
  }
}

/** One page as PNG, turned, and as wide as asked for while it lies upright. */
export async function draw(bytes, { page: number, width, turn }) {
  const task = getDocument({ ...settings, data: Uint8Array.from(bytes) });
  try {
    const document = await task.promise;
    const page = await document.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const scale = Math.min(width / natural.width, Math.sqrt(mostPixelsOfPage / (natural.width * natural.height)));
    const viewport = page.getViewport({ scale, rotation: page.rotate + turn });

    const { canvas, context } = document.canvasFactory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas, canvasContext: context, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
    return await canvas.encode("png");
  } finally {
    await task.destroy();
  }
}

/** How well the first page can be read; null where drawing it takes too long or fails, which is no fault of the file. */
async function measureFirstPage(document) {
  const page = await document.getPage(1);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: measuredSide / Math.max(natural.width, natural.height) });
  const { canvas, context } = document.canvasFactory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const drawing = page.render({ canvas, canvasContext: context, viewport });
  const patience = setTimeout(() => drawing.cancel(), millisecondsOfMeasuring);
  try {
    await drawing.promise;
    const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { longSide: null, ...measureDrawn(data, width) };
  } catch {
    return null;
  } finally {
    clearTimeout(patience);
  }
}

async function faultOfDocument(document, limits) {
  const { info } = await document.getMetadata();
  if (info.EncryptFilterName) return "locked";
  if (document.numPages < 1) return "unreadable";
  if (document.numPages > limits.pages) return "pages";
  if (info.IsXFAPresent || info.IsCollectionPresent) return "unsafe";
  if ((await document.getAttachments()) || (await document.getJSActions())) return "unsafe";

  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    if (await page.getJSActions()) return "unsafe";
    const annotations = await page.getAnnotations();
    if (annotations.some((it) => lively.has(it.subtype) || it.actions || it.attachment)) return "unsafe";
    page.cleanup();
  }
  return null;
}
