import type { Refusal } from "@/lib/domain/result";

const megabyte = 1024 * 1024;

/** What one file and one filing may hold. */
export const fileLimits = {
  bytesOfFile: 10 * megabyte,
  filesOfFiling: 100,
  filesOfPart: 10,
  bytesOfFiling: 300 * megabyte,
  pages: 200,
  pixels: 40_000_000,
  nameLength: 120,
} as const;

/** The kinds of file that are taken, each with the endings its name may have. */
export const mediaTypes = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
} as const satisfies Record<string, readonly string[]>;
export type MediaType = keyof typeof mediaTypes;

/** The first halves' name and those of the papers that complete it. */
export const documentHalves = ["original", "translation", "notarisation"] as const;
export type DocumentHalf = (typeof documentHalves)[number];

/** Why a file is refused. The words for it are `validation.file_<fault>`, on the page and from the server alike. */
export const fileFaults = [
  "type",
  "mismatch",
  "empty",
  "too_large",
  "locked",
  "unsafe",
  "pages",
  "pixels",
  "unreadable",
  "suspect",
  "not_checked",
  "late",
  "broken",
] as const;
export type FileFault = (typeof fileFaults)[number];

/** A fault from a text, such as the one in a row. */
export function fileFault(text: string): FileFault {
  return fileFaults.find((fault) => fault === text) ?? "unreadable";
}

/** Why there is not even a row: what the page is told after a form without script. */
export const uploadProblems = ["missing", "limit", "part_limit", "broken", "not_now"] as const;
export type UploadProblem = (typeof uploadProblems)[number];

/** The words for it, as a message key. */
export const wordsOfProblem = {
  missing: "validation.file_missing",
  limit: "validation.file_limit",
  part_limit: "validation.file_part_limit",
  broken: "validation.file_broken",
  not_now: "errors.wrong_status",
} as const satisfies Record<UploadProblem, string>;

/** What the page is told of a file that has no row of its own to say what became of it; null where a row says it. */
export function problemBesideRow({ code, fields }: Refusal): UploadProblem | null {
  if (code !== "invalid_input") return "not_now";
  return uploadProblems.find((problem) => fields?.["file"] === wordsOfProblem[problem]) ?? null;
}

/** What a scanner says of a file. In the demonstration nothing is scanned, and that is said. */
export type Verdict = "pending" | "clean" | "suspect" | "error" | "not_scanned";

/** May a file with this verdict be read and submitted? */
export function isReadableVerdict(verdict: string): boolean {
  return verdict === "clean" || verdict === "not_scanned";
}

/** The kind of file that its name claims, or null where it claims none that is taken. */
export function mediaTypeOfName(name: string): MediaType | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const kinds = Object.entries(mediaTypes) as [MediaType, readonly string[]][];
  return kinds.find(([, endings]) => endings.includes(ending))?.[0] ?? null;
}

/** A kind of file from a text, or null. */
export function mediaTypeOf(text: string): MediaType | null {
  return text in mediaTypes ? (text as MediaType) : null;
}

const notAllowed = /[^\p{L}\p{M}\p{N} ._()\-+,&'·–—、，。（）「」《》]/gu;

/** The name a file is shown under: letters of any script, no path, no control or bidirectional mark, at most 120 long. */
export function displayNameOf(sent: string): string {
  const bare = sent.normalize("NFKC").split(/[/\\]/).at(-1) ?? "";
  const name = bare.replace(notAllowed, " ").replace(/ +/g, " ").trim();
  const ending = /\.[\p{L}\p{N}]{1,5}$/u.exec(name)?.[0] ?? "";
  const stem = [...name.slice(0, name.length - ending.length)]
    .slice(0, fileLimits.nameLength - ending.length)
    .join("")
    .trim();
  return stem.replace(/^\.+/, "") ? stem.replace(/^\.+/, "") + ending : `file${ending}`;
}

/** The value of a Content-Disposition header under which a browser keeps the file and never opens it here. */
export function attachmentHeader(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** The enlargements and turns in which a page can be looked at. */
export const zooms = [100, 150, 200, 300] as const;
export type Zoom = (typeof zooms)[number];
export const turns = [0, 90, 180, 270] as const;
export type Turn = (typeof turns)[number];
