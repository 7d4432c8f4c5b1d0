import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { answerProceeding } from "@/lib/services/answer-proceeding";
import { decideProceeding, dropProceeding } from "@/lib/services/decide-proceeding";
import { proposeRevocation, proposeSuspension } from "@/lib/services/open-proceeding";
import { viewRegistrationFile } from "@/lib/services/view-registration-file";
import type { Walked } from "./walking";

// What becomes of a registration after its filing was approved: every step a call of the service that a page would call.

/** Proposes, as of now, to suspend the registration that came of a filing, for an inquiry. */
export async function proposeToSuspend(walked: Walked, by: Staff, now: Date): Promise<void> {
  const { number, version, validUntil, ifProposedToday } = await fileOf(walked, by, now);
  const effectiveOn = ifProposedToday.earliest;
  // Of a registration that ends before it could be suspended, nothing is proposed.
  if (effectiveOn > validUntil) return;
  const words = wordsFor(walked).inquiry;
  expectDone(
    await proposeSuspension(by, { number, version, reason: "under_inquiry", words, effectiveOn, untilOn: "" }, now),
  );
}

/** Proposes, as of now, to revoke the registration that came of a filing, for a breach. */
export async function proposeToRevoke(walked: Walked, by: Staff, now: Date): Promise<void> {
  const { number, version, ifProposedToday } = await fileOf(walked, by, now);
  const effectiveOn = ifProposedToday.earliest;
  const words = wordsFor(walked).breach;
  expectDone(await proposeRevocation(by, { number, version, reason: "serious_breach", words, effectiveOn }, now));
}

/** The holder answers to what is proposed. */
export async function answerProposal(walked: Walked, now: Date): Promise<void> {
  const statement = wordsFor(walked).answer;
  const open = await findOpenProposal(walked);
  if (open) expectDone(await answerProceeding(walked.actor, { ...open, statement }, now));
}

/** Another person decides what was proposed. */
export async function decideProposal(walked: Walked, by: Staff, now: Date): Promise<void> {
  const open = await findOpenProposal(walked);
  if (open) expectDone(await decideProceeding(by, { ...open, note: "" }, now));
}

/** Another person lets what was proposed rest. */
export async function dropProposal(walked: Walked, by: Staff, now: Date): Promise<void> {
  const note = wordsFor(walked).rested;
  const open = await findOpenProposal(walked);
  if (open) expectDone(await dropProceeding(by, { ...open, note }, now));
}

async function fileOf({ id }: Walked, by: Staff, now: Date) {
  const { number } = await database.registration.findUniqueOrThrow({
    where: { filingId: id },
    select: { number: true },
  });
  return expectDone(await viewRegistrationFile(by, number, now));
}

async function findOpenProposal({ id }: Walked): Promise<{ proceedingId: string; version: number } | null> {
  const open = await database.proceeding.findFirst({
    where: { registration: { filingId: id }, state: { in: ["hearing", "second_check"] } },
    select: { id: true, version: true },
  });
  return open && { proceedingId: open.id, version: open.version };
}

function expectDone<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

// What is written about a registration, in the language of its holder.
const wordsFor = ({ applicant }: Walked) => words[applicant.locale];

const words = {
  en: {
    inquiry: "The project office reports a signature on a drawing that it cannot match.",
    breach: "Structural drawings were signed that had not been checked, as the line department found.",
    answer: "The signature is mine. The book of signatures of my firm shows it, and the project office may look at it.",
    rested: "The book of signatures of the firm shows the signature.",
  },
  "zh-Hant": {
    inquiry: "項目辦公室報告，圖紙上有一個未能核對的簽名。",
    breach: "主管部門查明，未經校核的結構圖紙已獲簽署。",
    answer: "該簽名為本人所簽，本公司的簽署登記冊可資證明，項目辦公室可隨時查閱。",
    rested: "公司的簽署登記冊載有該簽名。",
  },
  "zh-Hans": {
    inquiry: "项目办公室报告，图纸上有一个未能核对的签名。",
    breach: "主管部门查明，未经校核的结构图纸已被签署。",
    answer: "该签名为本人所签，本公司的签署登记册可以证明，项目办公室可随时查阅。",
    rested: "公司的签署登记册载有该签名。",
  },
} as const;
