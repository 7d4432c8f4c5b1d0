import { randomUUID } from "node:crypto";
import { database } from "@/lib/data/client";
import type { Professional } from "@/lib/domain/actor";
import type { AnswerTask } from "@/lib/domain/filing/questions";
import { textTasks, type TextTask } from "@/lib/domain/filing/schema";
import { giveConsent } from "@/lib/services/give-consent";
import { finishExperience, saveAnswers } from "@/lib/services/save-answers";
import { viewTask } from "@/lib/services/view-task";

/** Well-formed answers to every question of the architect's entry; no number belongs to anybody. */
export const answers = {
  names: { name_zh: "陳大文", surname: "Chan", given_names: "Tai Man", name_on_home_register: "CHAN Tai Man" },
  identity: {
    identity_kind: "hkid",
    identity_number: "A123456(3)",
    permit_kind: "home_return_permit",
    permit_number: "H12345678",
    permit_expires_on: "2030-05-01",
  },
  contact: { mobile: "+852 9123 4567", in_baseline: "no" },
  home_registration: {
    home_registration_number: "A-1234",
    home_registered_on: "2015-03-09",
    home_registration_until: "2027-12-31",
  },
  institution: {
    institution_name: "Harbour Design Limited",
    institution_place: "hong_kong",
    position: "Associate",
    employed_since: "2018-06-01",
  },
  declarations: { discipline: "no", penalty: "no", truth: "yes" },
} satisfies Record<TextTask, Record<string, string>>;

/** The form of a task as somebody opens it now: its window, and what it shows. */
export async function openForm(actor: Professional, filingId: string, task: AnswerTask, now: Date) {
  const view = await viewTask(actor, filingId, task);
  if (!view.ok) throw new Error(`${task} cannot be opened at ${now.toISOString()}: ${view.refusal.code}`);
  return { filingId, form: randomUUID(), seen: view.value.seen };
}

/** Opens the form of a task, fills it in and presses Continue. */
export async function answer(
  actor: Professional,
  filingId: string,
  task: TextTask,
  given: Record<string, string>,
  now: Date,
) {
  return saveAnswers(actor, { ...(await openForm(actor, filingId, task, now)), task, ...given }, now);
}

/** Agrees to everything the filing cannot do without. */
export function consentTo(actor: Professional, filingId: string, now: Date) {
  const yes = "yes" as const;
  const purposes = { identity_papers: yes, publication: yes, home_register_check: yes };
  return giveConsent(actor, { filingId, locale: "en", ...purposes }, now);
}

/** A stored, readable paper, as an upload leaves it. */
export async function putPaper(actor: Professional, filingId: string, evidenceKey: string, uploadedAt: Date) {
  const there = await database.document.count({ where: { filingId, evidenceKey } });
  await database.document.create({
    data: {
      personId: actor.personId,
      filingId,
      evidenceKey,
      place: there + 1,
      displayName: `${evidenceKey}.pdf`,
      mediaType: "application/pdf",
      size: 1000,
      sha256: "a".repeat(64),
      storedSha256: "a".repeat(64),
      pages: 1,
      storageKey: randomUUID(),
      wrappedKey: new Uint8Array([1]),
      state: "stored",
      verdict: "clean",
      uploadedAt,
    },
    select: { id: true },
  });
}

const architectPapers = ["id_hkid", "travel_permit", "registration_certificate", "employment_proof"];

/** Consents, answers and papers of a whole draft for the architect's entry, given the way a person gives them. */
export async function completeDraft(actor: Professional, filingId: string, now: Date): Promise<void> {
  await consentTo(actor, filingId, now);
  for (const task of textTasks) {
    const kept = await answer(actor, filingId, task, answers[task], now);
    if (!kept.ok) throw new Error(`${task}: ${JSON.stringify(kept.refusal)}`);
  }
  await finishExperience(actor, await openForm(actor, filingId, "experience", now), now);
  for (const paper of architectPapers) await putPaper(actor, filingId, paper, now);
}
