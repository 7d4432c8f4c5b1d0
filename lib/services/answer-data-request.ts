import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { answerDataRequest, findOpenDataRequest, listDataRequests } from "@/lib/data/data-requests";
import { queueMail } from "@/lib/data/mails";
import type { Staff } from "@/lib/domain/actor";
import { may } from "@/lib/domain/permissions";
import type { AnswerDataRequestInput } from "@/lib/domain/personal-data/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { findKeyOfPerson, keyOfPerson, sealedAbout, sealWords } from "@/lib/services/person-seal";
import { dataRequestView, type DataRequestView } from "@/lib/services/view-my-data";

export type DataRequestLine = DataRequestView & { email: string | null; isOwn: boolean };

const mostRequests = 100;

/** What people asked about their data: what waits, the nearest day first, then what was answered. The look is recorded. */
export async function viewDataRequests(actor: Staff): Promise<Result<DataRequestLine[]>> {
  if (!may(actor, "answer_data_requests")) return refuse({ code: "not_found" });
  const rows = await listDataRequests(database, mostRequests);
  const lines = [];
  for (const row of rows) {
    const key = await findKeyOfPerson(database, row.personId);
    lines.push({ ...dataRequestView(key, row), email: row.email, isOwn: row.personId === actor.personId });
  }
  const people = new Set(rows.map(({ personId }) => personId));
  await transaction(async (db) => {
    for (const personId of people) {
      await appendAudit(db, { actor, action: "view_data_requests", object: `person:${personId}` });
    }
  });
  return ok(lines);
}

/** Answers somebody's request, with reasons where it is refused; nobody answers their own. The person is written to. */
export function answerRequest(actor: Staff, input: AnswerDataRequestInput, now: Date): Promise<Result<null>> {
  return transaction(async (db) => {
    if (!may(actor, "answer_data_requests")) return refuse({ code: "not_found" });
    const request = await findOpenDataRequest(db, input.requestId);
    if (!request || request.personId === actor.personId) return refuse({ code: "not_found" });
    // Time carries an erasure out. Staff may say why it is refused, not that it was done.
    if (request.kind === "erasure" && input.outcome === "done") return refuse({ code: "wrong_status" });

    const key = await keyOfPerson(db, request.personId);
    const answered = await answerDataRequest(db, request.id, {
      state: input.outcome,
      answeredAt: now,
      answeredById: actor.accountId,
      answer: input.answer === "" ? null : sealWords(key, input.answer, sealedAbout.dataRequest(request.id, "answer")),
    });
    if (!answered) return refuse({ code: "stale" });
    if (request.accountId !== null) {
      await queueMail(db, {
        dedupeKey: `${request.id}:data_request_answered`,
        accountId: request.accountId,
        template: "data_request_answered",
        params: {},
        at: now,
      });
    }
    await appendAudit(db, {
      actor,
      action: "answer_data_request",
      object: `person:${request.personId}`,
      fields: [request.subject],
      result: input.outcome,
    });
    return ok(null);
  });
}
