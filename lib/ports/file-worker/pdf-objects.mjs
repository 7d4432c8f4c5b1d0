// What a PDF can hide from a reader of its pages: the names of its objects tell. Whatever any viewer could take for an
// object is looked at, objects packed into streams included, and old revisions too; in doubt the file is refused.
import { constants, inflateSync } from "node:zlib";

/** Actions, attachments and media, by the names that no such thing can do without. */
const dangers = new Set([
  "JavaScript",
  "Launch",
  "SubmitForm",
  "ResetForm",
  "ImportData",
  "GoToR",
  "GoToE",
  "GoTo3DView",
  "Rendition",
  "RichMedia",
  "RichMediaExecute",
  "Movie",
  "Sound",
  "EmbeddedFile",
  "EmbeddedFiles",
  "FileAttachment",
  "XFA",
  "Collection",
]);
/** Too short to be looked for in compressed bytes, where they would turn up by chance. */
const shortDangers = new Set(["AA", "JS"]);

const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]+)/g;
const streamBegins = /(?<!end)stream[^\r\n]{0,40}(?:\r\n|\r|\n)/g;
const mostExpanded = 16 * 1024 * 1024;

/** "unsafe" or "unreadable", or null when nothing was found. `opening` is what the document itself says of its first view. */
export function faultOfObjects(bytes, opening) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString("latin1");
  // Cut short, or something else begins before it or goes on behind it.
  if (!text.startsWith("%PDF-") || !/%%EOF[\s\0]*$/.test(text.slice(-2048))) return "unreadable";

  // A first page to show is harmless; anything else that runs on opening is not.
  const isDangerous = (names) => [...names].some((it) => dangers.has(it) || (it === "OpenAction" && !opening?.dest));
  if ([...namesIn(withoutStreams(text))].some((it) => shortDangers.has(it))) return "unsafe";
  if (isDangerous(namesIn(text))) return "unsafe";

  for (const { index, 0: keyword } of text.matchAll(streamBegins)) {
    const objects = objectsIn(file.subarray(index + keyword.length), dictionaryBefore(text, index));
    if (objects === null || isDangerous(namesIn(objects))) return "unsafe";
  }
  return null;
}

/**
 * The objects packed into a stream, as text; null when they are packed in a way no honest program uses. Whatever inflates
 * and begins with a number is taken for a store of objects, whatever it calls itself.
 */
function objectsIn(data, dictionary) {
  const isStore = dictionary.has("ObjStm") || (dictionary.has("First") && dictionary.has("N"));
  if (isStore && ["DecodeParms", "DP", "F"].some((it) => dictionary.has(it))) return null;
  // Not packed at all: it was read with the file itself.
  if (isStore && !dictionary.has("Filter")) return "";

  const head = inflated(data.subarray(0, 512));
  const objects = head !== null && mayBeginAStore(head) ? inflated(data) : null;
  return objects ?? (isStore ? null : "");
}

function mayBeginAStore(head) {
  const rest = head.replace(/^(?:[\s\0]|%[^\r\n]*(?:[\r\n]|$))+/, "");
  return rest === "" || /^[+-]?\d/.test(rest);
}

function inflated(data) {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostExpanded };
    return inflateSync(data, options).toString("latin1");
  } catch {
    return null;
  }
}

function dictionaryBefore(text, index) {
  const window = text.slice(Math.max(0, index - 4096), index);
  return namesIn(window.slice(Math.max(window.lastIndexOf("endobj"), window.lastIndexOf("endstream"), 0)));
}

function withoutStreams(text) {
  return text.replace(/(?<!end)stream[^\r\n]{0,40}[\r\n][\s\S]*?endstream/g, " ");
}

function namesIn(text) {
  const names = new Set();
  for (const [, written] of text.matchAll(name)) {
    names.add(written.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))));
  }
  return names;
}
