import { contentColumns, type ContentColumn, type EntryContent } from "./schema";

export const versionStates = ["draft", "submitted", "published", "superseded", "withdrawn"] as const;
export type VersionState = (typeof versionStates)[number];

/** What was done to a version; the clock publishes what was approved for a later day, and tells whom it touches. */
export const versionStepKinds = [
  "prepared",
  "changed",
  "submitted",
  "returned",
  "approved",
  "published",
  "withdrawn",
  "told",
] as const;
export type VersionStepKind = (typeof versionStepKinds)[number];

/** What is done about people whom a change touches: nothing is said, or they are written to. */
export const treatments = ["grandfather", "notify"] as const;
export type Treatment = (typeof treatments)[number];

/** The columns in which two versions differ; of an entry that says nothing yet, all that is said. */
export function changedColumns(before: EntryContent | null, after: EntryContent): ContentColumn[] {
  if (!before) return contentColumns.filter((column) => after[column] !== null);
  return contentColumns.filter((column) => plain(before[column]) !== plain(after[column]));
}

// Papers are a set: in whichever order they are ticked, the same are asked for.
const plain = (value: EntryContent[ContentColumn]) =>
  JSON.stringify(Array.isArray(value) ? [...new Set(value)].sort() : value);

/** Which papers are asked for anew, and which no more. */
export function changedPapers(before: EntryContent | null, after: EntryContent) {
  const [earlier, later] = [before?.evidence_required ?? [], after.evidence_required];
  return {
    added: later.filter((key) => !earlier.includes(key)),
    removed: earlier.filter((key) => !later.includes(key)),
  };
}
