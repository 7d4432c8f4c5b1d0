/** Somebody who examines: in which fields, how many open filings they hold, and whether they are there today. */
export type Examiner = {
  id: string;
  name: string;
  /** Their own person, where there is one. */
  personId: string | null;
  fields: readonly string[];
  inHand: number;
  isThere: boolean;
};

/** A filing that needs somebody, and who holds it now. */
export type ToShare = {
  id: string;
  field: string;
  personId: string;
  reviewerId: string | null;
  /** Everybody who had a part in the refusal that was objected to. */
  excluded: readonly string[];
};

/** May this filing be given to this examiner? */
export function canExamine(examiner: Examiner, filing: ToShare): boolean {
  return (
    examiner.fields.includes(filing.field) &&
    examiner.personId !== filing.personId &&
    examiner.id !== filing.reviewerId &&
    !filing.excluded.includes(examiner.id)
  );
}

/**
 * Shares filings out in their order, each to whoever of its field is there and has the least in hand, counting what was
 * given just now. Null when there is nobody for one of them.
 */
export function shareOut(filings: readonly ToShare[], examiners: readonly Examiner[]): Map<string, string> | null {
  const inHand = new Map(examiners.map(({ id, inHand: count }) => [id, count]));
  const given = new Map<string, string>();
  for (const filing of filings) {
    const [least] = examiners
      .filter((examiner) => examiner.isThere && canExamine(examiner, filing))
      .sort((a, b) => (inHand.get(a.id) ?? 0) - (inHand.get(b.id) ?? 0) || a.id.localeCompare(b.id));
    if (!least) return null;
    given.set(filing.id, least.id);
    inHand.set(least.id, (inHand.get(least.id) ?? 0) + 1);
  }
  return given;
}
