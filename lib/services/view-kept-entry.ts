import { database } from "@/lib/data/client";
import { findEntryVersion } from "@/lib/data/entries";
import { readImpact, type Impact } from "@/lib/data/entry-impact";
import { findEntryKey, listVersions, type EntryVersion } from "@/lib/data/entry-versions";
import { isEntryCode, type ContentColumn, type EntryContent, type Field } from "@/lib/domain/accreditation/schema";
import { changedColumns, changedPapers, type Treatment, type VersionState } from "@/lib/domain/accreditation/version";
import {
  decideOnVersion,
  versionWorkflow,
  writersOf,
  type VersionAction,
} from "@/lib/domain/accreditation/version-workflow";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { checksFor } from "@/lib/domain/filing/checks";
import { answerTasks, questionsOf, type AnswerTask, type EntryRules } from "@/lib/domain/filing/questions";
import { may } from "@/lib/domain/permissions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { entryViewOf, type EntryView } from "@/lib/services/view-entry";

/** What one version says otherwise than the one on the list before it. */
export type VersionChange = {
  column: ContentColumn;
  before: EntryContent[ContentColumn] | null;
  after: EntryContent[ContentColumn];
};

export type VersionView = {
  number: number;
  /** It stands on the list, or did: a new version may take it up. */
  wasPublished: boolean;
  state: VersionState;
  revision: number;
  content: EntryContent;
  publishOn: string | null;
  treatment: Treatment | null;
  steps: { kind: EntryVersion["steps"][number]["kind"]; by: string | null; at: Date; words: string | null }[];
  changes: VersionChange[];
  papers: ReturnType<typeof changedPapers>;
};

export type KeptEntryView = {
  code: string;
  field: Field;
  published: VersionView | null;
  open: VersionView | null;
  /** What this actor may do with the version that is worked on. */
  actions: VersionAction[];
  /** This actor wrote of it, and so may not publish it. */
  isOwn: boolean;
  versions: VersionView[];
};

/** One entry as those see it who keep the list: every version with who did what, and what each says otherwise. */
export async function viewKeptEntry(actor: Staff, code: string): Promise<Result<KeptEntryView>> {
  if (!may(actor, "keep_list") || !isEntryCode(code)) return refuse({ code: "not_found" });
  const [entry, rows] = await Promise.all([findEntryKey(database, code), listVersions(database, code)]);
  if (!entry) return refuse({ code: "not_found" });

  const versions = rows.map((row) => versionView(row, before(row, rows)));
  const open = rows.find(({ state }) => state === "draft" || state === "submitted");
  const writers = writersOf(open?.steps ?? []);
  const facts = open && { state: open.state, writers, isApproved: open.publishOn !== null };
  const actions = Object.keys(versionWorkflow) as VersionAction[];
  return ok({
    ...entry,
    versions,
    published: versions.find(({ state }) => state === "published") ?? null,
    open: versions.find(({ number }) => number === open?.number) ?? null,
    actions: facts ? actions.filter((action) => decideOnVersion(facts, action, actor).ok) : [],
    isOwn: writers.includes(actor.accountId),
  });
}

/** What stood on the list before a version: the published one for what is worked on, the one before it for the others. */
function before(row: EntryVersion, rows: readonly EntryVersion[]): EntryVersion | null {
  const earlier = rows.filter(({ number, publishedAt }) => number < row.number && publishedAt !== null);
  return earlier.find(({ state }) => state === "published") ?? earlier[0] ?? null;
}

function versionView({ id: _, publishedAt, ...row }: EntryVersion, earlier: EntryVersion | null): VersionView {
  const said = earlier?.content ?? null;
  return {
    ...row,
    wasPublished: publishedAt !== null,
    steps: row.steps.filter(isLastOfItsKind).map(({ accountId: _account, ...step }) => step),
    changes: changedColumns(said, row.content).map((column) => ({
      column,
      before: said && said[column],
      after: row.content[column],
    })),
    papers: changedPapers(said, row.content),
  };
}

/** Of several savings by one person, one after the other, the last says enough. */
function isLastOfItsKind({ kind, accountId }: EntryVersion["steps"][number], at: number, steps: EntryVersion["steps"]) {
  const next = steps[at + 1];
  return kind !== "changed" || next?.kind !== "changed" || next.accountId !== accountId;
}

const shownRows = 50;

/** Whom a change of an entry would touch today, with the first of each. */
export async function viewImpact(actor: Staff, code: string, now: Date): Promise<Result<Impact>> {
  if (!may(actor, "keep_list") || !isEntryCode(code)) return refuse({ code: "not_found" });
  return ok(await readImpact(database, code, officeDay(now), shownRows));
}

export type EntryPreview = {
  entry: EntryView;
  number: number;
  tasks: { task: AnswerTask; questions: string[] }[];
  checks: string[];
};

/** What a version yields: the public page, what a filing asks, and what a reviewer checks, from the very rules of each. */
export async function previewVersion(
  actor: Staff,
  code: string,
  number: number,
  now: Date,
): Promise<Result<EntryPreview>> {
  if (!may(actor, "keep_list") || !isEntryCode(code)) return refuse({ code: "not_found" });
  const detail = await findEntryVersion(database, code, number);
  if (!detail) return refuse({ code: "not_found" });
  const { field, evidence, experienceYears, cleanRecordYears } = detail;
  const rules: EntryRules = { code, field, evidence, experienceYears, cleanRecordYears };
  return ok({
    entry: await entryViewOf(detail, now),
    number,
    tasks: answerTasks
      .map((task) => ({ task, questions: questionsOf(task, rules) }))
      .filter(({ questions }) => questions.length > 0),
    checks: checksFor(rules).map(({ key }) => key),
  });
}
