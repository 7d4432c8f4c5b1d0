import { appendAudit } from "@/lib/data/audit";
import { database, transaction } from "@/lib/data/client";
import { findFilingFacts, readFilingFacts, type FilingRow } from "@/lib/data/filing-facts";
import { putFinding } from "@/lib/data/findings";
import type { Staff } from "@/lib/domain/actor";
import { officeDay } from "@/lib/domain/calendar/working-days";
import type { FindingResult } from "@/lib/domain/filing/checks";
import { mayRecord } from "@/lib/domain/filing/examination";
import type { LookUpInput } from "@/lib/domain/filing/review-schema";
import { isSameName } from "@/lib/domain/person/names";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { homeRegisterOf, lookUp, type HomeEntry, type HomeRegister } from "@/lib/ports/home-register";
import { filingFrom } from "@/lib/services/filing-facts";
import { namesOf } from "@/lib/services/named-posts";
import { canSee } from "@/lib/services/visibility";

/** Asks the board's own register by machine and records what it says as the finding; where it cannot be asked, a reviewer looks. */
export async function lookUpHomeRegister(
  actor: Staff,
  { filingId, revision }: LookUpInput,
  now: Date,
  registerOf: (entryCode: string) => HomeRegister = homeRegisterOf,
): Promise<Result<{ reference: string }>> {
  const seen = examinable(await readFilingFacts(database, filingId), actor, now);
  if (!seen.ok) return seen;
  const number = textOf(seen.value, "home_registration_number");
  const name = textOf(seen.value, "name_on_home_register");
  // Outside of any transaction: another office answers in its own time.
  const answer = await lookUp(registerOf(seen.value.entryCode), { number, name });
  if (answer.way === "by_hand") return refuse({ code: "unmet", condition: "by_hand_only" });

  return transaction(async (db) => {
    const row = examinable(await findFilingFacts(db, filingId), actor, now);
    if (!row.ok) return row;
    if (textOf(row.value, "home_registration_number") !== number) return refuse({ code: "stale" });
    const finding = {
      filingId,
      check: "home_registration",
      ...findingOf(answer.entry, row.value, officeDay(now)),
      accountId: actor.accountId,
      foundAt: now,
      lookUp: { way: answer.way, source: answer.source, at: answer.at },
    };
    if (!(await putFinding(db, finding, revision))) return refuse({ code: "stale" });
    const object = `filing:${filingId}`;
    await appendAudit(db, { actor, action: "look_up_home_register", object, fields: ["home_registration"] });
    return ok({ reference: row.value.reference ?? "" });
  });
}

function examinable(row: FilingRow | null, actor: Staff, now: Date): Result<FilingRow> {
  if (!row || !canSee(actor, row)) return refuse({ code: "not_found" });
  const allowed = mayRecord(filingFrom(row, officeDay(now)), actor);
  return allowed.ok ? ok(row) : allowed;
}

const textOf = (row: FilingRow, question: string): string => {
  const value = row.answers.find((it) => it.question === question)?.value;
  return typeof value === "string" ? value : "";
};

/** What the register says, weighed against what was answered: it holds for this person and this day, or it does not. */
function findingOf(entry: HomeEntry, row: FilingRow, today: string): { result: FindingResult; note: string } {
  const names = namesOf(row);
  const isTheirs = entry.name !== null && names !== null && isSameName(entry.name, names);
  const holds = entry.standing === "in_force" && (entry.validUntil === null || today <= entry.validUntil);
  const said = [entry.standing, entry.name, entry.validUntil].filter(Boolean).join(" · ");
  return { result: isTheirs && holds ? "met" : "not_met", note: said };
}
