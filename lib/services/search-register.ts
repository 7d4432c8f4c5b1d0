import { database } from "@/lib/data/client";
import {
  countRegister,
  findInRegister,
  listRegister,
  mostCounted,
  type RegisterCursor,
  type RegisterRow,
} from "@/lib/data/register";
import { foldForSearch } from "@/lib/data/search-folding";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseRegistrationNumber } from "@/lib/domain/codes/references";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { standingOf, type Standing } from "@/lib/domain/verification/verdict";

export type RegisterQuery = {
  q: string;
  field: string | null;
  standing: "valid" | "suspended" | "ended" | null;
  after: RegisterCursor | null;
};

export type RegisterEntry = Omit<RegisterRow, "id" | "state" | "stateFrom"> & { standing: Standing };

export type RegisterView = {
  /** The day for which the answer holds. */
  asOf: Date;
  entries: RegisterEntry[];
  /** How many match; `isMore` where counting stopped. */
  matches: number;
  isMore: boolean;
  /** The cursor of the next page, or null on the last. */
  next: RegisterCursor | null;
  /** The words are too few to look for: one character finds everybody. */
  tooShort: boolean;
};

const perPage = 25;

/** One page of the public register: by name in any script, or by number. */
export async function searchRegister(query: RegisterQuery, now: Date): Promise<RegisterView> {
  const today = officeDay(now);
  const none: RegisterView = { asOf: now, entries: [], matches: 0, isMore: false, next: null, tooShort: false };

  const number = parseRegistrationNumber(query.q);
  if (number) {
    const row = await findInRegister(database, number);
    return row ? { ...none, entries: [entryOf(row, today)], matches: 1 } : none;
  }

  const words = foldForSearch(query.q).split(" ").filter(Boolean);
  const isAsking = query.q.trim() !== "";
  if (isAsking && !words.some((word) => [...word].length > 1)) return { ...none, tooShort: true };

  const filters = { words, field: query.field, standing: query.standing };
  const [rows, count] = await Promise.all([
    listRegister(database, filters, today, { after: query.after, limit: perPage + 1 }),
    countRegister(database, filters, today),
  ]);
  const page = rows.slice(0, perPage);
  const last = page.at(-1);
  return {
    ...none,
    entries: page.map((row) => entryOf(row, today)),
    matches: Math.min(count, mostCounted),
    isMore: count > mostCounted,
    next: rows.length > perPage && last ? { validFrom: last.validFrom, id: last.id } : null,
  };
}

/** One registration as the register shows it, for anybody. What cannot be a number is nobody's. */
export async function viewRegisterEntry(
  typed: string,
  now: Date,
): Promise<Result<{ asOf: Date; entry: RegisterEntry }>> {
  const number = parseRegistrationNumber(typed);
  const row = number && (await findInRegister(database, number));
  return row ? ok({ asOf: now, entry: entryOf(row, officeDay(now)) }) : refuse({ code: "not_found" });
}

function entryOf({ id: _id, state, stateFrom, ...row }: RegisterRow, today: string): RegisterEntry {
  return { ...row, standing: standingOf({ state, stateFrom, validUntil: row.validUntil }, today) };
}
