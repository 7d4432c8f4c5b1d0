import { database } from "@/lib/data/client";
import {
  countRegister,
  findInRegister,
  listRegister,
  mostCounted,
  type RegisterCursor,
  type RegisterPlace,
  type RegisterRow,
} from "@/lib/data/register";
import { foldForSearch } from "@/lib/data/search-folding";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { parseRegistrationNumber } from "@/lib/domain/codes/references";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { addressOf } from "@/lib/ports/addresses";
import { standingOf, type Standing } from "@/lib/domain/verification/verdict";

export type RegisterQuery = {
  q: string;
  field: string | null;
  standing: Standing["is"] | null;
  place: RegisterPlace;
};

export type RegisterEntry = Omit<RegisterRow, "id" | "state" | "stateFrom" | "suspension" | "ending"> & {
  standing: Standing;
};

/** One registration, the day for which that holds, and the address of the page in everybody's language. */
export type RegisterPage = { asOf: Date; entry: RegisterEntry; address: string };

export type RegisterView = {
  /** The day for which the answer holds. */
  asOf: Date;
  entries: RegisterEntry[];
  /** How many match; `isMore` where counting stopped. */
  matches: number;
  isMore: boolean;
  /** Where the pages beside this one begin, or null where there is none. */
  previous: RegisterCursor | null;
  next: RegisterCursor | null;
  /** The words are too few to look for: one character finds everybody. */
  tooShort: boolean;
};

const perPage = 25;

/** One page of the public register: by name in any script, or by number. */
export async function searchRegister(query: RegisterQuery, now: Date): Promise<RegisterView> {
  const today = officeDay(now);
  const none: RegisterView = {
    asOf: now,
    entries: [],
    matches: 0,
    isMore: false,
    previous: null,
    next: null,
    tooShort: false,
  };

  const number = parseRegistrationNumber(query.q);
  if (number) {
    const row = await findInRegister(database, number);
    return row ? { ...none, entries: [entryOf(row, today)], matches: 1 } : none;
  }

  const words = foldForSearch(query.q).split(" ").filter(Boolean);
  const isAsking = query.q.trim() !== "";
  if (isAsking && !words.some((word) => [...word].length > 1)) return { ...none, tooShort: true };

  const filters = { words, field: query.field, standing: query.standing };
  const { place } = query;
  const [rows, count] = await Promise.all([
    listRegister(database, filters, today, { place, limit: perPage + 1 }),
    countRegister(database, filters, today),
  ]);
  const isBackward = place !== null && "before" in place;
  const page = isBackward ? rows.slice(-perPage) : rows.slice(0, perPage);
  const isCut = rows.length > perPage;
  return {
    ...none,
    entries: page.map((row) => entryOf(row, today)),
    matches: Math.min(count, mostCounted),
    isMore: count > mostCounted,
    previous: (isBackward ? isCut : place !== null) ? cursorOf(page.at(0)) : null,
    next: isBackward || isCut ? cursorOf(page.at(-1)) : null,
  };
}

/** One registration as the register shows it, for anybody. What cannot be a number is nobody's. */
export async function viewRegisterEntry(typed: string, now: Date): Promise<Result<RegisterPage>> {
  const number = parseRegistrationNumber(typed);
  const row = number && (await findInRegister(database, number));
  return row
    ? ok({ asOf: now, entry: entryOf(row, officeDay(now)), address: addressOf(`/register/${row.number}`) })
    : refuse({ code: "not_found" });
}

function entryOf(registered: RegisterRow, today: string): RegisterEntry {
  const { id: _id, state: _state, stateFrom: _from, suspension: _suspension, ending: _ending, ...row } = registered;
  return { ...row, standing: standingOf(registered, today) };
}

function cursorOf(row: RegisterRow | undefined): RegisterCursor | null {
  return row ? { validFrom: row.validFrom, id: row.id } : null;
}
