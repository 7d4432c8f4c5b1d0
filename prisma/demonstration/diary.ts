import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  receiptDay,
  type WorkingCalendar,
} from "@/lib/domain/calendar/working-days";
import type { Author, Walked } from "@/prisma/walking";
import type { Seeded } from "./seeded";

/** One thing that somebody did with a filing at a moment of office time. */
export type Move = { at: Date; take: (walked: Walked, at: Date) => Promise<void> };
/** How a filing began. */
export type Beginning = { at: Date; take: (author: Author, at: Date) => Promise<Walked> };

type Take = Move["take"];

/** Writes down what happened to one filing, one thing after another, at hours when people do such things. */
export class Diary {
  beginning: Beginning | null = null;
  readonly moves: Move[] = [];
  #last: number;
  #day: string;

  constructor(
    firstDay: string,
    private readonly calendar: WorkingCalendar,
    private readonly seeded: Seeded,
  ) {
    this.#day = firstDay;
    this.#last = instantOf(firstDay, 7 * 60).getTime();
  }

  /** The professional begins the filing, on the first day. */
  begin(take: Beginning["take"]): this {
    this.beginning = { at: this.#next(this.#day, this.#hourAtHome()), take };
    return this;
  }

  /** The professional does it so many calendar days later, between breakfast and midnight. */
  atHome(days: number, take: Take): this {
    return this.#write(addDays(this.#day, days), this.#hourAtHome(), take);
  }

  /** Somebody of the office does it so many working days later, while it is open. */
  inOffice(workingDays: number, take: Take): this {
    const day = workingDays === 0 ? this.#day : addWorkingDays(this.#day, workingDays, this.calendar).date;
    return this.inOfficeOn(day, take);
  }

  /** Somebody of the office does it on that day, or on the first after it on which the office is open. */
  inOfficeOn(from: string, take: Take): this {
    let day = from;
    const minute = this.seeded.chance(0.5)
      ? this.seeded.whole(9 * 60 + 5, 11 * 60 + 55)
      : this.seeded.whole(14 * 60, 17 * 60 + 30);
    // After hours and on days off nobody is there.
    while (!isWorkingDay(day, this.calendar) || instantOf(day, closing).getTime() <= this.#last) day = addDays(day, 1);
    return this.#write(day, minute, take);
  }

  /** The time limit that ends so many working days later has passed: shortly after midnight the clock acts. */
  whenPassed(workingDays: number, take: Take): this {
    const counted = receiptDay(new Date(this.#last), this.calendar);
    const due = addWorkingDays(counted, workingDays, this.calendar).date;
    return this.#write(addDays(due, 1), 5, take);
  }

  #write(day: string, minute: number, take: Take): this {
    this.moves.push({ at: this.#next(day, minute), take });
    return this;
  }

  /** The minute of a day, or a while after what came before. */
  #next(day: string, minute: number): Date {
    const wanted = instantOf(day, minute).getTime() + this.seeded.whole(0, 59) * 1000;
    const soonest = this.#last + this.seeded.whole(3, 25) * 60_000;
    this.#last = Math.max(wanted, soonest);
    this.#day = day;
    return new Date(this.#last);
  }

  #hourAtHome(): number {
    const { seeded } = this;
    return seeded.chance(0.4) ? seeded.whole(8 * 60, 17 * 60) : seeded.whole(18 * 60, 23 * 60 + 20);
  }
}

const closing = 17 * 60 + 35;

/** A moment of a day of the office, in Asia/Shanghai, which has known no summer time since 1991. */
export function instantOf(day: string, minuteOfDay: number): Date {
  const hour = String(Math.floor(minuteOfDay / 60)).padStart(2, "0");
  const minute = String(minuteOfDay % 60).padStart(2, "0");
  return new Date(`${day}T${hour}:${minute}:00+08:00`);
}
