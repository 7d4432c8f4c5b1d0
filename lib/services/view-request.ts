import { readWorkingCalendar } from "@/lib/data/calendar";
import { database } from "@/lib/data/client";
import { findOpenRequest } from "@/lib/data/requests";
import { listUnsent } from "@/lib/data/unsent-words";
import type { Professional } from "@/lib/domain/actor";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { subjectOf, type Subject } from "@/lib/domain/filing/asked";
import type { Answers } from "@/lib/domain/filing/questions";
import { mostExtraDays } from "@/lib/domain/filing/rounds";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { findKeyOfPerson } from "@/lib/services/person-seal";
import { shownAnswers } from "@/lib/services/shown-answers";
import { markOfForm, openUnsent } from "@/lib/services/unsent-words";
import { viewMyFiling, type MyFiling } from "@/lib/services/view-my-filing";

export type MyItem = {
  id: string;
  number: number;
  subject: Subject;
  /** The reviewer's words. */
  text: string;
  answer: string | null;
  isAnswered: boolean;
  /** What stands in its form: words that were typed and not marked yet, or else the answer. */
  words: string;
  /** The mark of these words, which goes with the form. */
  typed: string;
};

export type MyRequest = {
  filing: MyFiling;
  sentAt: Date;
  /** The last day to answer; null while the filing is on hold. */
  dueOn: string | null;
  outcome: "close_no_response" | "decide_on_file";
  round: number;
  /** Working days by which the time to answer was extended. */
  extraDays: number;
  /** How much more time may be taken now, and until when each would be; none once it was taken. */
  extensions: { days: number; until: string }[];
  items: MyItem[];
  answers: Answers;
  /** Questions whose answers changed since the notice was sent. */
  changed: ReadonlySet<string>;
};

/** The open notice of one's own filing, with what stands now to each of its items. */
export async function viewRequest(actor: Professional, address: string, now: Date): Promise<Result<MyRequest>> {
  const filing = await viewMyFiling(actor, address, now);
  if (!filing.ok) return filing;
  const { id, rules } = filing.value;
  const request = await findOpenRequest(database, id);
  if (!request) return refuse({ code: "wrong_status" });

  const { answers, stored } = await shownAnswers(database, { id, personId: actor.personId });
  const [unsent, key] = await Promise.all([listUnsent(database, id), findKeyOfPerson(database, actor.personId)]);
  const items = request.items.map(({ answeredAt, subject, ...item }) => {
    const row = unsent.find(({ place }) => place === `item:${item.id}`) ?? null;
    const answer = item.answer ?? "";
    return {
      ...item,
      subject: subjectOf(subject, rules),
      isAnswered: answeredAt !== null,
      words: openUnsent(id, row, key)?.["answer"] ?? answer,
      typed: markOfForm(row, { answer }),
    };
  });
  return ok({
    filing: filing.value,
    sentAt: request.sentAt,
    // A hold stops this time as well: the day that counts is the filing's, not the one the notice was sent with.
    dueOn: filing.value.turn.dueOn,
    outcome: request.outcome,
    round: request.round,
    extraDays: request.extraDays,
    extensions: filing.value.actions.includes("extend_answer") ? await extensionsOf(filing.value.turn.dueOn) : [],
    items,
    answers,
    changed: new Set(stored.filter((it) => it.updatedAt > request.sentAt).map(({ question }) => question)),
  });
}

async function extensionsOf(dueOn: string | null): Promise<MyRequest["extensions"]> {
  if (dueOn === null) return [];
  const calendar = await readWorkingCalendar(database);
  return Array.from({ length: mostExtraDays }, (_, at) => at + 1).map((days) => ({
    days,
    until: addWorkingDays(dueOn, days, calendar).date,
  }));
}
