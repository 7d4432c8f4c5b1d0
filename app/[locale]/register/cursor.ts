import * as z from "zod";

const cursorSchema = z.tuple([z.iso.date(), z.uuid()]);

type Cursor = { validFrom: string; id: string };

/** A place in the register as it stands in an address. */
export function cursorText({ validFrom, id }: Cursor): string {
  return `${validFrom}.${id}`;
}

/** The place that an address names; null where it names none. */
export function cursorFrom(text: string): Cursor | null {
  const read = cursorSchema.safeParse(text.split("."));
  return read.success ? { validFrom: read.data[0], id: read.data[1] } : null;
}
