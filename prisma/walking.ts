import { randomUUID } from "node:crypto";
import { database, transaction } from "@/lib/data/client";
import { plainDayOrNull } from "@/lib/data/days";
import { readFilingFacts } from "@/lib/data/filing-facts";
import { findOpenRequest } from "@/lib/data/requests";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import type { Jurisdiction } from "@/lib/domain/accreditation/schema";
import type { Professional, Staff } from "@/lib/domain/actor";
import {
  checksFor,
  type declineReasons,
  type FindingResult,
  type holdReasons,
  type refusalReasons,
} from "@/lib/domain/filing/checks";
import type { RequestOutcome } from "@/lib/data/requests";
import type { Opening } from "@/lib/domain/filing/opening";
import type { EntryRules } from "@/lib/domain/filing/questions";
import { isOpenQuestion } from "@/lib/domain/filing/look-alikes";
import { textTasks, type SaveAnswersInput } from "@/lib/domain/filing/schema";
import type { Result } from "@/lib/domain/result";
import { newWrappedKey } from "@/lib/ports/vault";
import { acceptFiling } from "@/lib/services/accept-filing";
import { answerHearing } from "@/lib/services/answer-hearing";
import { approveFormally } from "@/lib/services/approve-formally";
import { attachDocument } from "@/lib/services/attach-document";
import { confirmDecision } from "@/lib/services/confirm-decision";
import { declineAcceptance } from "@/lib/services/decline-acceptance";
import { giveConsent } from "@/lib/services/give-consent";
import { holdFiling, releaseFiling } from "@/lib/services/hold-filing";
import { proposeApproval, proposeRefusal } from "@/lib/services/propose-decision";
import { readLookAlikes } from "@/lib/data/look-alikes";
import { recordFinding } from "@/lib/services/record-finding";
import { requestInformation } from "@/lib/services/request-information";
import { returnProposal } from "@/lib/services/return-proposal";
import { ruleOnLookAlike } from "@/lib/services/rule-on-look-alike";
import { runOfficeClock } from "@/lib/services/run-office-clock";
import { finishExperience, markOf, saveAnswers, saveJob } from "@/lib/services/save-answers";
import { startFiling } from "@/lib/services/start-filing";
import { submitFiling } from "@/lib/services/submit-filing";
import { answerItem, supplementFiling } from "@/lib/services/supplement-filing";
import { takeOverFiling } from "@/lib/services/take-over-filing";
import { withdrawFiling } from "@/lib/services/withdraw-filing";
import type { Applicant } from "./demonstration/applicants";
import { sampleFor, type SamplePapers } from "./demonstration/papers";

// Every step here is a call of the service that a page would call: with its actor, what they saw, and the office's time.

/** A list entry as those who file under it need to know it. */
export type Entry = {
  rules: EntryRules;
  jurisdiction: Jurisdiction;
  scope: { scope_en: string; scope_zh_hant: string; scope_zh_hans: string };
  opening: Opening;
};

/** Somebody who files for an entry. */
export type Author = { entry: Entry; applicant: Applicant; actor: Professional };
/** One filing in the hands of those who walk it, and the version in which they saw it last; null where others moved it. */
export type Walked = Author & { id: string; version: number | null };

/** The published entries by their code. */
export async function readEntries(): Promise<Map<string, Entry>> {
  const versions = await database.listEntryVersion.findMany({
    where: { state: "published" },
    include: { entry: { select: { fieldCode: true } } },
  });
  return new Map(
    versions.map((version) => [
      version.entryCode,
      {
        rules: {
          code: version.entryCode,
          field: version.entry.fieldCode,
          evidence: version.evidence,
          experienceYears: version.experienceYears,
          cleanRecordYears: version.cleanRecordYears,
        },
        jurisdiction: version.jurisdiction as Jurisdiction,
        scope: { scope_en: version.scopeEn, scope_zh_hant: version.scopeZhHant, scope_zh_hans: version.scopeZhHans },
        opening: {
          confirmed: version.confirmed,
          filedBy: version.filedBy,
          effectiveFrom: plainDayOrNull(version.effectiveFrom),
          effectiveTo: plainDayOrNull(version.effectiveTo),
        },
      },
    ]),
  );
}

/** Gives each applicant an account, as signing up would, but without a password: nobody signs in with one here. */
export async function welcome(applicants: readonly Applicant[], now: Date): Promise<Professional[]> {
  return transaction(async (db) => {
    const ids = applicants.map(() => randomUUID());
    const people = await db.person.createManyAndReturn({
      data: ids.map((id) => ({ id, sealKey: newWrappedKey("fields", id) })),
      select: { id: true },
    });
    const accounts = await db.account.createManyAndReturn({
      data: people.map(({ id }, at) => ({
        kind: "professional" as const,
        email: applicants[at]?.email ?? "",
        locale: columnOf[applicants[at]?.locale ?? "en"],
        personId: id,
        createdAt: now,
      })),
      select: { id: true, email: true, personId: true },
    });
    return accounts.map(({ id, email, personId }) => ({
      kind: "professional",
      accountId: id,
      email,
      personId: personId ?? "",
    }));
  });
}

const columnOf = { en: "en", "zh-Hant": "zh_Hant", "zh-Hans": "zh_Hans" } as const;

export type DraftParts = { tasks?: number; papers?: number };

/** Begins a filing and fills it in: wholly, or only its first tasks and papers. */
export async function draft(
  author: Author,
  papers: SamplePapers | null,
  now: Date,
  parts: DraftParts = {},
): Promise<Walked> {
  const { entry, applicant, actor } = author;
  const { id } = done(await startFiling(actor, { entry: entry.rules.code }, now), "start");
  const walked: Walked = { ...author, id, version: 1 };
  if (parts.tasks === 0) return walked;
  await consent(walked, now);
  for (const task of textTasks.slice(0, parts.tasks)) {
    done(await saveAnswers(actor, { ...openForm(id), task, ...applicant.texts[task] } as SaveAnswersInput, now), task);
  }
  if (parts.tasks === undefined || parts.tasks >= textTasks.length) await practice(walked, now);
  const asked = papersFor(entry.rules).filter(({ isRequired }) => isRequired);
  if (papers) for (const { key } of asked.slice(0, parts.papers)) await attach(walked, key, papers, now);
  return walked;
}

async function consent({ id, applicant, actor }: Walked, now: Date) {
  const consents = { identity_papers: "yes", publication: "yes", home_register_check: "yes" } as const;
  done(await giveConsent(actor, { filingId: id, locale: applicant.locale, ...consents }, now), "consent");
}

async function practice({ id, applicant, actor }: Walked, now: Date) {
  const form = openForm(id);
  for (const { employer, role, from, to, share } of applicant.jobs) {
    const months = { from_month: from, ...(to ? { to_month: to } : { current: "yes" as const }) };
    done(await saveJob(actor, { ...form, at: "new", employer, role, share, ...months }, now), "job");
  }
  done(await finishExperience(actor, form, now), "experience");
}

/** Uploads the sample that stands for a paper, in place of a file that is there where one is named. */
export async function attach(
  { id, actor }: Walked,
  evidenceKey: string,
  papers: SamplePapers,
  now: Date,
  replaces?: string,
): Promise<void> {
  const { name, content } = papers[sampleFor(evidenceKey)];
  const file = { filingId: id, evidenceKey, name, content, ...(replaces && { replaces }) };
  done(await attachDocument(actor, file, now), evidenceKey);
}

export async function submit(walked: Walked, now: Date): Promise<void> {
  done(await submitFiling(walked.actor, await seen(walked), now), "submit");
}

export async function accept(walked: Walked, by: Staff, now: Date): Promise<void> {
  done(await acceptFiling(by, await seen(walked), now), "accept");
}

export async function takeOver(walked: Walked, by: Staff, now: Date): Promise<void> {
  done(await takeOverFiling(by, await seen(walked), now), "take over");
}

export async function decline(
  walked: Walked,
  by: Staff,
  reasons: (typeof declineReasons)[number][],
  now: Date,
): Promise<void> {
  const note = wordsFor(walked).declined;
  done(await declineAcceptance(by, { ...(await seen(walked)), reasons, note }, now), "decline");
}

/** What is found of some checks, where it is not that they are met; and of how many. */
export type Findings = { otherwise?: Record<string, FindingResult>; first?: number };

/** Records a finding of every check that is not met yet, or of the first so many; what is not named is met. */
export async function examine(
  walked: Walked,
  by: Staff,
  now: Date,
  { otherwise = {}, first }: Findings = {},
): Promise<void> {
  const known = await findingsOf(walked);
  for (const { key } of checksFor(walked.entry.rules).slice(0, first)) {
    const before = known.get(key);
    if (before?.result === "met") continue;
    const result = otherwise[key] ?? "met";
    const note = result === "met" ? "" : wordsFor(walked).finding;
    const revision = before?.revision ?? 0;
    const source = key === "home_registration" ? "https://register.board.example/search" : "";
    const finding = { filingId: walked.id, check: key, result, note, revision, source };
    done(await recordFinding(by, finding, now), key);
  }
  await tellApart(walked, by, now);
}

/** Rules that whoever looks like the person of a filing is somebody else: here nobody files twice. */
async function tellApart(walked: Walked, by: Staff, now: Date): Promise<void> {
  const said = { filingId: walked.id, ruling: "different_person", reason: wordsFor(walked).apart } as const;
  for (const { personId, grounds, ruling } of await readLookAlikes(database, walked.id, 50)) {
    if (ruling && !isOpenQuestion({ grounds, ruling: ruling.ruling, ruledOn: ruling.grounds })) continue;
    const input = { ...said, personId, revision: ruling?.revision ?? 0 };
    done(await ruleOnLookAlike(by, input, now), "tell apart");
  }
}

async function findingsOf({ id }: Walked): Promise<Map<string, { result: FindingResult; revision: number }>> {
  const findings = await database.finding.findMany({
    where: { filingId: id, superseded: false },
    select: { check: true, result: true, revision: true },
  });
  return new Map(findings.map(({ check, ...finding }) => [check, finding]));
}

/** Asks for everything that a check found missing. */
export async function request(walked: Walked, by: Staff, outcome: RequestOutcome, now: Date): Promise<void> {
  const known = await findingsOf(walked);
  const checks = checksFor(walked.entry.rules)
    .map(({ key }) => key)
    .filter((key) => known.get(key)?.result === "missing");
  const texts = checks.map(() => wordsFor(walked).asked);
  done(await requestInformation(by, { ...(await seen(walked)), outcome, checks, texts }, now), "request");
}

/** Answers the items of the open notice, by words or with a new file where there are samples; sends them once all are answered. */
export async function supplement(
  walked: Walked,
  papers: SamplePapers | null,
  now: Date,
  { first }: { first?: number } = {},
): Promise<void> {
  const open = await findOpenRequest(database, walked.id);
  if (!open) throw new Error("Nothing is asked.");
  for (const { id, subject } of open.items.slice(0, first)) {
    const [kind, key = ""] = subject.split(":");
    if (kind === "paper" && papers) await attach(walked, key, papers, now, await fileOf(walked, key));
    const answer = { filingId: walked.id, itemId: id, answer: wordsFor(walked).answered };
    done(await answerItem(walked.actor, answer, now), subject);
  }
  if (first !== undefined && first < open.items.length) return;
  done(await supplementFiling(walked.actor, await seen(walked), now), "supplement");
}

/** The file that stands for a paper, where there is one. */
async function fileOf({ id }: Walked, evidenceKey: string): Promise<string | undefined> {
  const papers = (await readFilingFacts(database, id))?.papers ?? [];
  return papers.find((it) => it.evidenceKey === evidenceKey && it.half === "original")?.id;
}

/** Approves by formal check and gives the registration's number. */
export async function approveByFormalCheck(walked: Walked, by: Staff, now: Date): Promise<string> {
  await tellApart(walked, by, now);
  return done(await approveFormally(by, await seen(walked), now), "approve").registrationNumber;
}

export async function propose(walked: Walked, by: Staff, now: Date): Promise<void> {
  await tellApart(walked, by, now);
  done(await proposeApproval(by, { ...(await seen(walked)), ...walked.entry.scope, note: "" }, now), "propose");
}

export async function proposeToRefuse(
  walked: Walked,
  by: Staff,
  reasons: (typeof refusalReasons)[number][],
  now: Date,
): Promise<void> {
  await tellApart(walked, by, now);
  const note = wordsFor(walked).refusal;
  done(await proposeRefusal(by, { ...(await seen(walked)), reasons, note }, now), "propose to refuse");
}

export async function confirm(walked: Walked, by: Staff, now: Date): Promise<void> {
  done(await confirmDecision(by, { ...(await seen(walked)), note: "" }, now), "confirm");
}

export async function returnIt(walked: Walked, by: Staff, now: Date): Promise<void> {
  const note = wordsFor(walked).returned;
  done(await returnProposal(by, { ...(await seen(walked)), reasons: ["check_again"], note }, now), "return");
}

export async function answerTheHearing(walked: Walked, now: Date): Promise<void> {
  const statement = wordsFor(walked).hearing;
  done(await answerHearing(walked.actor, { ...(await seen(walked)), statement }, now), "answer the hearing");
}

export async function hold(walked: Walked, by: Staff, reason: (typeof holdReasons)[number], now: Date): Promise<void> {
  done(await holdFiling(by, { ...(await seen(walked)), reason }, now), "hold");
}

export async function release(walked: Walked, by: Staff, now: Date): Promise<void> {
  done(await releaseFiling(by, await seen(walked), now), "release");
}

export async function withdraw(walked: Walked, now: Date): Promise<void> {
  done(await withdrawFiling(walked.actor, await seen(walked), now), "withdraw");
}

/** Lets the office's clock take every step that fell due, on this filing or on any. */
export async function passTime(walked: Walked | null, now: Date): Promise<void> {
  await runOfficeClock(now);
  if (walked) walked.version = null;
}

/** The filing as its next actor sees it; the step they take with it raises its version by one. */
async function seen(walked: Walked): Promise<{ filingId: string; version: number }> {
  const version = walked.version ?? (await versionOf(walked.id));
  walked.version = version + 1;
  return { filingId: walked.id, version };
}

async function versionOf(id: string): Promise<number> {
  const { version } = await database.filing.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return version;
}

/** A window in which nothing was answered yet. */
function openForm(filingId: string) {
  return { filingId, form: randomUUID(), seen: markOf([], []) };
}

function done<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${JSON.stringify(result.refusal)}`);
}

/** What is written in a filing, in the language of its professional. */
export const wordsFor = ({ applicant }: Walked) => words[applicant.locale];

const words = {
  en: {
    declined: "The qualification named in the papers is not the one of this entry. Look at the entries of your field.",
    finding: "The copy does not show the date until which it is valid.",
    asked: "The copy does not show the date until which it is valid. Send one on which the whole page can be read.",
    answered: "I have added a complete copy on which every date can be read.",
    refusal: "The register of the home board shows that the registration was not in force on the day of the filing.",
    apart: "The identity cards, the dates of birth on them and the employers differ.",
    returned: "Compare the number on the certificate with the one in the board’s register once more.",
    hearing: "The board restored my registration last week; its letter is on the way.",
  },
  "zh-Hant": {
    declined: "文件所列的資格並非本條目的資格。請查看所屬範疇的其他條目。",
    finding: "副本未能顯示有效期屆滿的日期。",
    asked: "副本未能顯示有效期屆滿的日期。請提交可看清整頁的副本。",
    answered: "已補交完整副本，各日期均清晰可見。",
    refusal: "原屬地管理局的名冊顯示，提交申請當日該註冊並非有效。",
    apart: "兩人的身份證、證上的出生日期及僱主均不相同。",
    returned: "請再次核對證明書上的編號與管理局名冊所載的編號。",
    hearing: "管理局已於上星期恢復本人的註冊，證明信正在寄送途中。",
  },
  "zh-Hans": {
    declined: "材料所列的资格不是本条目的资格。请查看所属领域的其他条目。",
    finding: "复印件未显示有效期届满的日期。",
    asked: "复印件未显示有效期届满的日期。请提交可以看清整页的复印件。",
    answered: "已补交完整复印件，各日期均清晰可见。",
    refusal: "原属地管理局的名册显示，提交申请当日该注册并非有效。",
    apart: "两人的身份证、证上的出生日期及雇主均不相同。",
    returned: "请再次核对证书上的编号与管理局名册所载的编号。",
    hearing: "管理局已于上周恢复本人的注册，证明信正在寄送途中。",
  },
} as const;
