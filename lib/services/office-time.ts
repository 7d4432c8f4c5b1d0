import { database } from "@/lib/data/client";
import { officeTime as officeTimeAt } from "@/lib/data/office-clock";
import { wallTime } from "@/lib/ports/clock";

/** The office's time now. */
export function officeTime(): Promise<Date> {
  return officeTimeAt(database, wallTime());
}
