import type { Db } from "@/lib/data/client";
import type { Stage } from "@/lib/data/decisions";
import type { FilingRow } from "@/lib/data/filing-facts";
import { keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";

/** The words of a decision, sealed with the key of the person they are about; null where there are none. */
export async function sealNote(
  db: Db,
  row: FilingRow,
  stage: Stage,
  note: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (note === "") return null;
  const key = await keyOfPerson(db, row.personId);
  return sealWords(key, note, sealedAbout.decisionNote(row.id, row.version, stage));
}
