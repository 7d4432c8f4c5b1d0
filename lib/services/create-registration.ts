import { liftBar } from "@/lib/data/bars";
import { insertCertificate } from "@/lib/data/certificates";
import type { Db } from "@/lib/data/client";
import type { InThree } from "@/lib/data/decisions";
import type { NewEvent } from "@/lib/data/events";
import type { FilingRow } from "@/lib/data/filing-facts";
import { insertRegistration, nextRegistrationNumber } from "@/lib/data/registrations";
import type { Actor } from "@/lib/domain/actor";
import { registrationNumber } from "@/lib/domain/codes/references";
import { verificationCode } from "@/lib/domain/codes/verification-code";
import { validityFrom, type Validity } from "@/lib/domain/registration/validity";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { unguessable } from "@/lib/ports/random";
import { answersOf } from "@/lib/services/filing-facts";
import { takeStep, type StepExtras, type StepInput, type Stepped } from "@/lib/services/take-step";

/** What the decision says of the registration that it makes. */
export type Granted = { scope: InThree } & StepExtras;

/**
 * Takes a step that approves, inside the caller's transaction: the filing ends and its registration begins together, or
 * neither does. `grant` judges the filing as it stands and gives the scope; it writes nothing before it agrees.
 */
export async function approveAndRegister(
  db: Db,
  actor: Actor,
  step: Omit<StepInput, "action"> & { action: "approve" | "approve_formal" | "end_notice" },
  now: Date,
  grant: (row: FilingRow) => Promise<Result<Granted>>,
): Promise<Result<{ stepped: Stepped; number: string }>> {
  let number = "";
  const stepped = await takeStep(db, actor, step, now, async ({ row, today }) => {
    const validity = validityFrom(today, row.limits.validityYears, homeUntil(row));
    if (!validity) return refuse({ code: "unmet", condition: "home_registration_in_force" });

    const granted = await grant(row);
    if (!granted.ok) return granted;
    const { scope, ...extras } = granted.value;

    number = registrationNumber(await nextRegistrationNumber(db));
    const created = await register(db, actor, row, { number, scope, validity }, now);
    // A bar rests on a refusal, and the approval takes its place.
    if (row.objection) await liftBar(db, row.id, today);
    return ok({
      ...extras,
      mail: { ...extras.mail, registrationNumber: number },
      payload: { ...extras.payload, registration: number },
      events: [created],
    });
  });
  return stepped.ok ? ok({ stepped: stepped.value, number }) : stepped;
}

/** The last day of the home registration, as the professional gave it and a reviewer checked it. */
function homeUntil(row: FilingRow): string | null {
  return text(row, "home_registration_until");
}

/** Puts the registration in force with its certificate, and gives the event that tells of it. */
async function register(
  db: Db,
  actor: Actor,
  row: FilingRow,
  { number, scope, validity }: { number: string; scope: InThree; validity: Validity },
  now: Date,
): Promise<NewEvent> {
  const registrationId = await insertRegistration(db, {
    number,
    personId: row.personId,
    filingId: row.id,
    entryVersionId: row.entry.versionId,
    fieldCode: row.field,
    names: { nameZh: text(row, "name_zh"), surname: text(row, "surname"), givenNames: text(row, "given_names") },
    institution: text(row, "institution_name"),
    homeRegistrationNumber: text(row, "home_registration_number") ?? "",
    homeRegistrationUntil: homeUntil(row),
    scope,
    validFrom: validity.from,
    validUntil: validity.until,
    published: row.consents.includes("publication"),
    createdAt: now,
  });
  await insertCertificate(db, { code: verificationCode(unguessable(16)), registrationId, issuedAt: now });
  return {
    type: "registration_created",
    filingId: row.id,
    registrationId,
    actor,
    to: "in_force",
    at: now,
    payload: { number, validFrom: validity.from, validUntil: validity.until },
  };
}

function text(row: FilingRow, question: string): string | null {
  const answer = answersOf(row)[question];
  return typeof answer === "string" && answer !== "" ? answer : null;
}
