import { addDays, addYears } from "@/lib/domain/calendar/working-days";
import { isOpen, type FilingState } from "@/lib/domain/filing/filing";

/** Why something may not be erased yet: a key under my_data.reason. */
export const keptReasons = [
  "open_filing",
  "ended_filing",
  "registration",
  "papers",
  "identity_papers",
  "refused_request",
  "bar",
  "consents",
] as const;
export type KeptReason = (typeof keptReasons)[number];

/** One thing that must stay, what it is about, and the last day on which it must; null where no day is known yet. */
export type Kept = { reason: KeptReason; about: string | null; until: string | null };

/** What an office holds of a person, as far as the time it must be kept depends on it. */
export type HeldOfPerson = {
  filings: readonly { id: string; address: string; state: FilingState; endedOn: string | null }[];
  registrations: readonly { filingId: string | null; number: string; lastDay: string }[];
  /** The bars that were not lifted, by the refusal each rests on. */
  bars: readonly { reference: string | null; until: string }[];
  /** The day on which a consent was last given or taken back. */
  lastConsentOn: string | null;
  /** The day on which a request about their data was last refused. */
  lastRefusalOn: string | null;
};

const years = { endedFiling: 2, papersAfterRegistration: 2, registration: 10, consents: 3, refusedRequest: 4 };
const identityPaperDays = 30;

/** The last day on which the papers of a filing must be kept; null while it runs. A draft's need not be kept at all. */
export function papersUntil(
  filing: HeldOfPerson["filings"][number],
  registrations: HeldOfPerson["registrations"],
): { papers: string | null; identityPapers: string | null } {
  if (isOpen(filing.state) || filing.endedOn === null) return { papers: null, identityPapers: null };
  const registration = registrations.find(({ filingId }) => filingId === filing.id);
  return {
    papers: registration
      ? addYears(registration.lastDay, years.papersAfterRegistration)
      : addYears(filing.endedOn, years.endedFiling),
    identityPapers: addDays(filing.endedOn, identityPaperDays),
  };
}

/** Everything of a person that must stay on a day, with the reason; nothing means that all of it may go. */
export function whatMustStay(held: HeldOfPerson, today: string): Kept[] {
  const filings = held.filings.filter(({ state }) => state !== "draft");
  const kept = filings.flatMap((filing): Kept[] => {
    const about = filing.address;
    if (isOpen(filing.state) || filing.endedOn === null) return [{ reason: "open_filing", about, until: null }];
    const registration = held.registrations.find(({ filingId }) => filingId === filing.id);
    const { papers, identityPapers } = papersUntil(filing, held.registrations);
    return [
      registration
        ? {
            reason: "registration",
            about: registration.number,
            until: addYears(registration.lastDay, years.registration),
          }
        : { reason: "ended_filing", about, until: addYears(filing.endedOn, years.endedFiling) },
      { reason: "papers", about, until: papers },
      { reason: "identity_papers", about, until: identityPapers },
    ];
  });
  const consents: Kept[] =
    held.lastConsentOn === null || filings.length === 0
      ? []
      : [{ reason: "consents", about: null, until: addYears(held.lastConsentOn, years.consents) }];
  const logBook: Kept[] =
    held.lastRefusalOn === null
      ? []
      : [{ reason: "refused_request", about: null, until: addYears(held.lastRefusalOn, years.refusedRequest) }];
  const bars = held.bars.map(({ reference, until }): Kept => ({ reason: "bar", about: reference, until }));
  return [...kept, ...logBook, ...bars, ...consents].filter(({ until }) => until === null || until >= today);
}

/** Does nothing but the records without personal content stand in the way of erasing a person? */
export function mayEraseAll(held: HeldOfPerson, today: string): boolean {
  // Consents name a purpose and a day, a bar keyed numbers and a day: they stay without keeping the person.
  return whatMustStay(held, today).every(({ reason }) => reason === "consents" || reason === "bar");
}
