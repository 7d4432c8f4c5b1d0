import { createHash } from "node:crypto";
import { database, type Db } from "@/lib/data/client";
import type { OpenForm } from "@/lib/data/open-forms";
import { findUnsentRow, putUnsent, type Place, type UnsentRow } from "@/lib/data/unsent-words";
import type { Professional } from "@/lib/domain/actor";
import { canonicalJson } from "@/lib/domain/canonical-json";
import { ok, type Result } from "@/lib/domain/result";
import { mayWriteOver, noteWritten } from "@/lib/services/open-window";
import {
  findKeyOfPerson,
  keyOfPerson,
  openWords,
  sealedAbout,
  sealWords,
  type PersonKey,
} from "@/lib/services/person-seal";

/** The fields of a form by name, as they were typed. */
export type TypedWords = Record<string, string>;

/** The window a form is open in, and the mark of what it was shown; both missing where a form does not keep its words. */
export type FormWindow = { form?: string | undefined; typed?: string | undefined };

/** One form of a filing, and the words it was filled with: what was sent from it before, or nothing. */
export type WordsForm = { filing: { id: string; personId: string }; place: Place; sent?: TypedWords };

/** What was typed into one form of one's own filing and not sent yet, and the mark that goes with the form. */
export async function viewUnsent(
  actor: Professional,
  filingId: string,
  place: Place,
): Promise<{ words: TypedWords | null; typed: string }> {
  const row = await findUnsentRow(database, filingId, place, actor.personId);
  const key = row && (await findKeyOfPerson(database, actor.personId));
  return { words: openUnsent(filingId, row, key), typed: markOfForm(row) };
}

/** What was kept of a form, opened; null where nothing was kept or its key was destroyed. */
export function openUnsent(
  filingId: string,
  row: Pick<UnsentRow, "place" | "sealed"> | null,
  key: PersonKey | null,
): TypedWords | null {
  if (!row || !key) return null;
  return JSON.parse(openWords(key, row.sealed, sealedAbout.unsent(filingId, row.place))) as TypedWords;
}

/** What stands in a form, in one word: what is kept of it, over what was sent from it before. */
export function markOfForm(row: UnsentRow | null, sent: TypedWords = {}): string {
  const seen = [row && [row.revision, row.updatedAt.getTime()], sent];
  return createHash("sha256").update(canonicalJson(seen)).digest("hex").slice(0, 24);
}

/**
 * Keeps what is typed into a form while somebody is still typing; true when it was anything new. Refused as stale where
 * another window wrote since this one looked.
 */
export async function keepTyped(
  db: Db,
  actor: Professional,
  form: WordsForm,
  window: FormWindow,
  words: TypedWords,
  now: Date,
): Promise<Result<boolean>> {
  const differs = await mayReplace(db, actor, form, window, { words, pressed: false }, now);
  if (differs.ok && differs.value) await keep(db, actor, form, window, words, now);
  return differs;
}

/** Keeps the words of a form that was sent and refused: they may be more than is kept of it. */
export async function keep(
  db: Db,
  actor: Professional,
  { filing, place, sent }: WordsForm,
  window: FormWindow,
  words: TypedWords,
  now: Date,
): Promise<void> {
  const key = await keyOfPerson(db, filing.personId);
  const sealed = sealWords(key, JSON.stringify(words), sealedAbout.unsent(filing.id, place));
  const row = await putUnsent(db, { filingId: filing.id, place }, sealed, now);
  if (window.form) await noteWritten(db, openForm(actor, window.form), markOfForm(row, sent), now);
}

/** May these words stand in place of what is there? True where they say something else, refused where this window has not seen it. */
export async function mayReplace(
  db: Db,
  actor: Professional,
  { filing, place, sent }: WordsForm,
  { form, typed = "" }: FormWindow,
  { words, pressed }: { words: TypedWords; pressed: boolean },
  now: Date,
): Promise<Result<boolean>> {
  const row = await findUnsentRow(db, filing.id, place);
  const standing = openUnsent(filing.id, row, row && (await findKeyOfPerson(db, filing.personId))) ?? sent ?? {};
  if (canonicalJson(standing) === canonicalJson(words)) return ok(false);
  if (form === undefined) return ok(true);
  const open = { ...openForm(actor, form), seen: typed };
  const may = await mayWriteOver(db, open, { mark: markOfForm(row, sent), pressed }, now);
  return may.ok ? ok(true) : may;
}

/** Is what is kept of a form what this window wrote or was shown? */
export async function knowsWords(
  db: Db,
  actor: Professional,
  { filing, place, sent }: WordsForm,
  { form, typed = "" }: FormWindow,
  now: Date,
): Promise<boolean> {
  if (form === undefined) return true;
  const mark = markOfForm(await findUnsentRow(db, filing.id, place), sent);
  return (await mayWriteOver(db, { ...openForm(actor, form), seen: typed }, { mark, pressed: false }, now)).ok;
}

/** Notes that the words of a form were sent from this window, so that it may go on writing. */
export async function noteSent(
  db: Db,
  actor: Professional,
  { form }: FormWindow,
  sent: TypedWords,
  now: Date,
): Promise<void> {
  if (form) await noteWritten(db, openForm(actor, form), markOfForm(null, sent), now);
}

// The same window may know answers as well, under its own name.
const openForm = ({ accountId }: Professional, form: string): OpenForm => ({ accountId, form: `${form}:words` });
