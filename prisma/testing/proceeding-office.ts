import { database } from "@/lib/data/client";
import type { Professional, Staff } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { acceptFiling } from "@/lib/services/accept-filing";
import { answerProceeding } from "@/lib/services/answer-proceeding";
import { approveFormally } from "@/lib/services/approve-formally";
import { decideProceeding } from "@/lib/services/decide-proceeding";
import { proposeLifting, proposeRevocation, proposeSuspension } from "@/lib/services/open-proceeding";
import { verifyCertificate } from "@/lib/services/verify-certificate";
import { findAll, monday, openOffice, seen, staff, submittedFiling } from "./review-office";

// An office that suspends and revokes, for tests: its people, and what they do in few words.

export const today = "2026-11-23";
/** The fifth working day after it: a hearing that begins today ends with this day. */
export const lastDay = "2026-11-30";
export const effect = "2026-12-01";
export const at = (day: string, time = "02:00") => new Date(`${day}T${time}:00Z`);
/** The very first moment of a day in the office's zone. */
export const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);

export type Colleagues = { ho: Staff; yip: Staff; lee: Staff; taxReviewer: Staff };

/** Opens the office: Ho proposes, Yip is the second person, Lee only examines, and one of them is of another field. */
export async function openProceedingOffice(): Promise<Colleagues> {
  await openOffice();
  return {
    ho: await staff("HO Mei Yee", ["examine", "decide", "revoke"]),
    yip: await staff("YIP Wai Yee", ["examine", "decide"]),
    lee: await staff("LEE Ka Fai", ["examine"]),
    taxReviewer: await staff("TAM Chi Ho", ["examine", "decide", "revoke"], "tax"),
  };
}

export type Registered = { id: string; number: string; code: string; holder: Professional };

/** Somebody who was registered today by one officer. */
export async function registeredBy(officer: Staff): Promise<Registered> {
  const { filingId, applicant } = await submittedFiling();
  await done(acceptFiling(officer, await seen(filingId), monday));
  await findAll(officer, filingId);
  await done(approveFormally(officer, await seen(filingId), monday));
  const { id, number, certificates } = await database.registration.findUniqueOrThrow({
    where: { filingId },
    include: { certificates: true },
  });
  return { id, number, code: certificates[0]?.code ?? "", holder: applicant };
}

/** The value of what was done, or an error that names the refusal. */
export async function done<T>(result: Promise<Result<T>>): Promise<T> {
  const it = await result;
  if (!it.ok) throw new Error(`Refused: ${JSON.stringify(it.refusal)}`);
  return it.value;
}

/** Why something was not done, or null where it was. */
export async function refusalOf(result: Promise<Result<unknown>>) {
  const it = await result;
  return it.ok ? null : it.refusal;
}

export const versionOf = async (id: string) =>
  (await database.registration.findUniqueOrThrow({ where: { id } })).version;
export const proceedingNow = (id: string) => database.proceeding.findUniqueOrThrow({ where: { id } });

export const toSuspend = {
  reason: "under_inquiry",
  words: "A drawing bears a false stamp.",
  effectiveOn: effect,
  untilOn: "",
} as const;
export const toRevoke = {
  reason: "serious_breach",
  words: "The structure was signed unseen.",
  effectiveOn: effect,
} as const;
const toLift = { reason: "cured", words: "The inquiry found nothing.", effectiveOn: today } as const;

export const suspend = async (by: Staff, it: Registered, more: object = {}, now = monday) =>
  proposeSuspension(by, { ...toSuspend, number: it.number, version: await versionOf(it.id), ...more }, now);
export const revoke = async (by: Staff, it: Registered, more: object = {}, now = monday) =>
  proposeRevocation(by, { ...toRevoke, number: it.number, version: await versionOf(it.id), ...more }, now);
export const lift = async (by: Staff, it: Registered, more: object = {}, now = monday) =>
  proposeLifting(by, { ...toLift, number: it.number, version: await versionOf(it.id), ...more }, now);

/** Answers as the holder does, so that the second person may decide. */
export async function answered(it: Registered, proceedingId: string, now = monday): Promise<string> {
  await done(answerProceeding(it.holder, { proceedingId, version: 2, statement: "It was a clerk." }, now));
  return proceedingId;
}

export const decide = async (by: Staff, proceedingId: string, now = monday) =>
  decideProceeding(by, { proceedingId, version: (await proceedingNow(proceedingId)).version, note: "" }, now);

/** Suspended by two people, from the day after the hearing on. */
export async function suspendedBy(
  { ho, yip }: Colleagues,
  more: object = {},
): Promise<Registered & { proceedingId: string }> {
  const it = await registeredBy(yip);
  const { proceedingId } = await done(suspend(ho, it, more));
  await done(decide(yip, await answered(it, proceedingId)));
  return { ...it, proceedingId };
}

/** What anybody reads who checks the certificate at a moment. */
export async function verdictAt({ code }: Registered, now: Date) {
  const it = await verifyCertificate({ network: "192.0.2.9" }, code, now);
  return it.ok ? it.value.verdict : it.refusal;
}
