import { listBars } from "@/lib/data/bars";
import type { Db } from "@/lib/data/client";
import type { FilingRow } from "@/lib/data/filing-facts";
import { listRuledTheSame } from "@/lib/data/look-alikes";
import type { Staff } from "@/lib/domain/actor";
import type { StandingBar } from "@/lib/domain/filing/bars";
import { isCompared, isOpenQuestion } from "@/lib/domain/filing/look-alikes";
import { mayCompare } from "@/lib/services/visibility";

/** The bars of other refusals that concern the person of a filing, or somebody with their number. */
export async function barsOn(db: Db, row: FilingRow, today: string): Promise<StandingBar[]> {
  const bars = await listBars(db, { personId: row.personId, fieldCode: row.field }, today);
  return bars.filter(({ reference }) => reference !== row.reference);
}

/** Who may be the person of a filing and what was ruled, in numbers, and where else they were ruled to be that person. */
export async function lookAlikesOf(db: Db, actor: Staff, row: FilingRow) {
  if (!mayCompare(actor, row.field)) return { lookAlikes: { all: 0, open: 0 }, ruledTheSame: [] };
  const ruledTheSame = await listRuledTheSame(db, row.personId);
  return {
    lookAlikes: isCompared(row.state)
      ? { all: row.lookAlikes.length, open: row.lookAlikes.filter(isOpenQuestion).length }
      : { all: row.rulings.length, open: 0 },
    ruledTheSame: ruledTheSame.map(({ reference, field }) => ({
      reference: mayCompare(actor, field) ? reference : null,
    })),
  };
}
