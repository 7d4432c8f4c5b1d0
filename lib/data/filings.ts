import type { Db } from "@/lib/data/client";
import { deleteMailsOfAsking } from "@/lib/data/confirmations";
import { plainDayOrNull } from "@/lib/data/days";
import type { FilingKind, FilingState } from "@/lib/domain/filing/filing";

/** Words in the three languages. */
export type InThree = { en: string; "zh-Hant": string; "zh-Hans": string };

/** Whose filing an address leads to: its id, or its reference once it has one. */
export type FilingAddress = { id: string } | { reference: string };

/** The id of a person's own filing at this address, or null. */
export async function findFilingOf(db: Db, personId: string, address: FilingAddress): Promise<string | null> {
  const filing = await db.filing.findFirst({ where: { personId, ...address }, select: { id: true } });
  return filing?.id ?? null;
}

/** The open filing of a person for an entry, or null. */
export async function findOpenFiling(
  db: Db,
  { personId, entryCode, kind }: { personId: string; entryCode: string; kind: FilingKind },
): Promise<string | null> {
  const filing = await db.filing.findFirst({
    where: {
      personId,
      entryCode,
      kind,
      state: { notIn: ["approved", "refused", "not_accepted", "closed_no_response", "withdrawn"] },
    },
    select: { id: true },
  });
  return filing?.id ?? null;
}

/** Begins a draft; null where the person has an open filing for this entry already. */
export async function insertDraft(
  db: Db,
  draft: { personId: string; entryCode: string; fieldCode: string; kind: FilingKind; at: Date },
): Promise<string | null> {
  const { at, ...facts } = draft;
  const [filing] = await db.filing.createManyAndReturn({
    data: { ...facts, state: "draft", createdAt: at, editedAt: at, stateSince: at },
    skipDuplicates: true,
    select: { id: true },
  });
  return filing?.id ?? null;
}

/** Notes that a draft was worked on. */
export async function touchDraft(db: Db, filingId: string, editedAt: Date): Promise<void> {
  await db.filing.updateMany({ where: { id: filingId, state: "draft" }, data: { editedAt } });
}

/** Is this still a draft that nobody worked on since a moment? Locks it for the rest of the transaction. */
export async function isDraftUntouchedSince(db: Db, filingId: string, editedAt: Date): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "filing"
    WHERE "id" = ${filingId}::uuid AND "state" = 'draft' AND "edited_at" <= ${editedAt} FOR UPDATE`;
  return rows.length === 1;
}

/** Takes a draft away with everything in it, and gives the keys of its stored files; null where it is a draft no longer. */
export async function deleteDraft(db: Db, filingId: string): Promise<string[] | null> {
  const [draft] = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "filing" WHERE "id" = ${filingId}::uuid AND "state" = 'draft' FOR UPDATE`;
  if (!draft) return null;
  const files = await db.document.findMany({ where: { filingId }, select: { storageKey: true } });
  await db.document.deleteMany({ where: { filingId } });
  await db.consent.deleteMany({ where: { filingId } });
  await db.answer.deleteMany({ where: { filingId } });
  await deleteMailsOfAsking(db, filingId);
  await db.filing.delete({ where: { id: filingId }, select: { id: true } });
  return files.flatMap(({ storageKey }) => storageKey ?? []);
}

/** The next number of a filing reference; never given twice. */
export async function nextFilingNumber(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>`SELECT nextval('filing_reference_seq')::int AS n`;
  const [row] = rows;
  if (!row) throw new Error("The sequence of references gave nothing.");
  return row.n;
}

/** The dates of a filing that the workflow itself does not ask for. */
export type FilingDates = {
  createdAt: Date;
  editedAt: Date;
  submittedAt: Date | null;
  decidedOn: string | null;
  dueProvisional: boolean;
};

/** When a filing was begun, last worked on, submitted and decided. */
export async function findFilingDates(db: Db, filingId: string): Promise<FilingDates> {
  const { decidedOn, ...dates } = await db.filing.findUniqueOrThrow({
    where: { id: filingId },
    select: { createdAt: true, editedAt: true, submittedAt: true, decidedOn: true, dueProvisional: true },
  });
  return { ...dates, decidedOn: plainDayOrNull(decidedOn) };
}

export type FilingLine = {
  id: string;
  reference: string | null;
  kind: FilingKind;
  state: FilingState;
  held: boolean;
  entryCode: string;
  qualification: InThree;
  editedAt: Date;
  stateSince: Date;
  dueOn: string | null;
  dueProvisional: boolean;
};

const words = { qualificationEn: true, qualificationZhHant: true, qualificationZhHans: true } as const;
const inThree = (it: {
  qualificationEn: string;
  qualificationZhHant: string;
  qualificationZhHans: string;
}): InThree => ({
  en: it.qualificationEn,
  "zh-Hant": it.qualificationZhHant,
  "zh-Hans": it.qualificationZhHans,
});

/** The filings of a person, the newest step first. */
export async function listFilingsOf(db: Db, personId: string): Promise<FilingLine[]> {
  const filings = await db.filing.findMany({
    where: { personId },
    orderBy: [{ stateSince: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      id: true,
      reference: true,
      kind: true,
      state: true,
      held: true,
      entryCode: true,
      editedAt: true,
      stateSince: true,
      dueOn: true,
      dueProvisional: true,
      entryVersion: { select: words },
      entry: {
        select: {
          versions: {
            where: { publishedAt: { not: null } },
            orderBy: { number: "desc" },
            select: { ...words, state: true },
          },
        },
      },
    },
  });
  return filings.flatMap(({ entryVersion, entry, dueOn, ...filing }) => {
    // A draft of an entry that was taken off the list goes by what it said last.
    const version = entryVersion ?? entry.versions.find(({ state }) => state === "published") ?? entry.versions[0];
    return version ? [{ ...filing, qualification: inThree(version), dueOn: plainDayOrNull(dueOn) }] : [];
  });
}

export type RegistrationLine = {
  number: string;
  entryCode: string;
  qualification: InThree;
  state: "in_force" | "suspended" | "expired" | "lapsed" | "cancelled" | "revoked";
  validFrom: string;
  validUntil: string;
};

/** The registrations of a person, the longest valid first. */
export async function listRegistrationsOf(db: Db, personId: string): Promise<RegistrationLine[]> {
  return db.$queryRaw<RegistrationLine[]>`
    SELECT r."number", v."entry_code" AS "entryCode",
      jsonb_build_object('en', v."qualification_en", 'zh-Hant', v."qualification_zh_hant", 'zh-Hans', v."qualification_zh_hans") AS "qualification",
      r."state"::text AS "state", r."valid_from"::text AS "validFrom", r."valid_until"::text AS "validUntil"
    FROM "registration" r JOIN "list_entry_version" v ON v."id" = r."entry_version_id"
    WHERE r."person_id" = ${personId}::uuid
    ORDER BY r."valid_until" DESC, r."number"`;
}

/** The number of the registration that an approved filing created, or null. */
export async function findRegistrationOfFiling(db: Db, filingId: string): Promise<string | null> {
  const registration = await db.registration.findUnique({ where: { filingId }, select: { number: true } });
  return registration?.number ?? null;
}

export type FilingEvent = {
  seq: number;
  type: string;
  toState: string | null;
  actorKind: "applicant" | "staff" | "clock";
  at: Date;
  payload: Record<string, unknown>;
};

/** What happened to a filing, newest first. */
export async function listEventsOf(db: Db, filingId: string): Promise<FilingEvent[]> {
  const events = await db.event.findMany({
    where: { filingId },
    orderBy: { seq: "desc" },
    select: { seq: true, type: true, toState: true, actorKind: true, at: true, payload: true },
  });
  return events.map(({ seq, payload, ...event }) => ({
    ...event,
    seq: Number(seq),
    payload: typeof payload === "object" && payload !== null && !Array.isArray(payload) ? { ...payload } : {},
  }));
}

export type DecisionLine = {
  id: string;
  stage: "proposal" | "confirmation" | "returned" | "formal" | "declined";
  outcome: "approve" | "refuse";
  filingVersion: number;
  reasonCodes: string[];
  note: Uint8Array | null;
  scope: { en: string | null; "zh-Hant": string | null; "zh-Hans": string | null };
  decidedAt: Date;
};

/** The decisions on a filing, newest first. */
export async function listDecisionsOf(db: Db, filingId: string): Promise<DecisionLine[]> {
  const decisions = await db.decision.findMany({
    where: { filingId },
    orderBy: [{ filingVersion: "desc" }, { decidedAt: "desc" }],
    select: {
      id: true,
      stage: true,
      outcome: true,
      filingVersion: true,
      reasonCodes: true,
      note: true,
      scopeEn: true,
      scopeZhHant: true,
      scopeZhHans: true,
      decidedAt: true,
    },
  });
  return decisions.map(({ scopeEn, scopeZhHant, scopeZhHans, ...decision }) => ({
    ...decision,
    scope: { en: scopeEn, "zh-Hant": scopeZhHant, "zh-Hans": scopeZhHans },
  }));
}

/** How many files of one paper were added since a moment and still stand. */
export async function countPapersSince(db: Db, filingId: string, evidenceKey: string, since: Date): Promise<number> {
  return db.document.count({
    where: { filingId, evidenceKey, state: "stored", replacedById: null, removedAt: null, uploadedAt: { gt: since } },
  });
}

/** Who issued the qualification of an entry version, and who decides its filings. */
export async function findEntryWords(db: Db, versionId: string): Promise<{ issuingBody: InThree; authority: InThree }> {
  const { entry, ...version } = await db.listEntryVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: {
      issuingBodyEn: true,
      issuingBodyZhHant: true,
      issuingBodyZhHans: true,
      entry: {
        select: {
          field: { select: { authority: { select: { nameEn: true, nameZhHant: true, nameZhHans: true } } } },
        },
      },
    },
  });
  const { nameEn, nameZhHant, nameZhHans } = entry.field.authority;
  return {
    issuingBody: {
      en: version.issuingBodyEn,
      "zh-Hant": version.issuingBodyZhHant,
      "zh-Hans": version.issuingBodyZhHans,
    },
    authority: { en: nameEn, "zh-Hant": nameZhHant, "zh-Hans": nameZhHans },
  };
}
