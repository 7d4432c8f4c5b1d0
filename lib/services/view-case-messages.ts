import { listMessages, namesOfWriters, type StoredMessage } from "@/lib/data/case-messages";
import { database } from "@/lib/data/client";
import { readFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import type { InThree } from "@/lib/data/filings";
import type { Person, Professional, Staff } from "@/lib/domain/actor";
import { mayWrite, sideOf, speaks, type MessageSide } from "@/lib/domain/case-message/case-message";
import { filingAddress } from "@/lib/domain/filing/address";
import type { FilingState } from "@/lib/domain/filing/filing";
import { ok, refuse, type Refusal, type Result } from "@/lib/domain/result";
import { findMyFiling } from "@/lib/services/my-filing";
import { findKeyOfPerson, openWords, sealedAbout } from "@/lib/services/person-seal";
import { markCaseMessagesRead } from "@/lib/services/read-case-messages";
import { canSee } from "@/lib/services/visibility";

export type CaseMessage = {
  id: string;
  side: MessageSide;
  words: string;
  writtenAt: Date;
  readAt: Date | null;
};

/** What the two sides of a filing wrote each other, the oldest first, as one of them sees it. */
export type CaseMessages<Message = CaseMessage> = {
  filingId: string;
  messages: Message[];
  /** What the other side wrote and this one had not read before. */
  unread: string[];
  /** Why nothing can be written now, or null. */
  closed: Refusal | null;
};

export type MyCaseMessages = CaseMessages & {
  address: string;
  reference: string | null;
  state: FilingState;
  qualification: InThree;
};

/** The messages about one's own filing; from here on they count as read. */
export async function viewMyCaseMessages(
  actor: Professional,
  address: string,
  now: Date,
): Promise<Result<MyCaseMessages>> {
  const row = await findMyFiling(database, actor, address);
  if (!row) return refuse({ code: "not_found" });
  const view = threadOf(row, actor, await openedMessages(row));
  const last = view.unread.at(-1);
  if (last) {
    const read = await markCaseMessagesRead(actor, { filingId: row.id, last }, now);
    if (!read.ok) return read;
  }
  const { reference, state, entry } = row;
  return ok({ ...view, address: filingAddress(row), reference, state, qualification: entry.qualification });
}

/** What staff see besides: which of them wrote, and whether this one may say for the office that it was read. */
export type ExaminedMessages = CaseMessages<CaseMessage & { by: string | null }> & { speaks: boolean };

/** The messages about a filing, for staff who may see it. */
export async function viewCaseMessages(actor: Staff, filingId: string): Promise<Result<ExaminedMessages>> {
  const row = await readFilingFacts(database, filingId);
  if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
  const stored = await listMessages(database, filingId);
  const byOffice = stored.filter(({ side }) => side === "office");
  const names = await namesOfWriters(
    database,
    byOffice.map(({ accountId }) => accountId),
  );
  const writers = new Map(byOffice.map(({ id, accountId }) => [id, names.get(accountId) ?? null]));
  const messages = (await opened(row, stored)).map((it) => ({ ...it, by: writers.get(it.id) ?? null }));
  return ok({ ...threadOf(row, actor, messages), speaks: speaks(row, actor) });
}

/** Every message about one filing in its own words, while the key to them is there. */
export async function openedMessages(filing: { id: string; personId: string }): Promise<CaseMessage[]> {
  return opened(filing, await listMessages(database, filing.id));
}

async function opened(
  { id: filingId, personId }: { id: string; personId: string },
  stored: readonly StoredMessage[],
): Promise<CaseMessage[]> {
  const key = stored.length === 0 ? null : await findKeyOfPerson(database, personId);
  if (!key) return [];
  return stored.map(({ id, side, words, writtenAt, readAt }) => ({
    id,
    side,
    words: openWords(key, words, sealedAbout.message(filingId, id)),
    writtenAt,
    readAt,
  }));
}

function threadOf<Message extends CaseMessage>(row: FilingRow, actor: Person, messages: Message[]) {
  const allowed = mayWrite(row, actor);
  return {
    filingId: row.id,
    messages,
    unread: messages.flatMap(({ id, side, readAt }) => (side !== sideOf(actor) && readAt === null ? [id] : [])),
    closed: allowed.ok ? null : allowed.refusal,
  };
}
