import { sealSession } from "@/lib/auth/session-token";
import { startSession } from "@/lib/auth/session-cookies";
import { closeDatabase, database } from "@/lib/data/client";
import { sessionRules } from "@/lib/domain/account/session-rules";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { wallTime } from "@/lib/ports/clock";
import { applicantFor } from "@/prisma/demonstration/applicants";
import { checkPapers, fileAtOnce } from "@/prisma/demonstration/fill";
import { drawSamplePapers } from "@/prisma/demonstration/papers";
import { loadFieldData } from "@/prisma/load-field-data";
import { readEntries, welcome } from "@/prisma/walking";

/** A draft that is ready to be sent in, and the session of the person whose it is. */
export type Draft = { id: string; cookie: string; institution: Record<string, string> };

/** Opens an office in an empty, migrated database, with so many people who each have one draft. */
export async function openDrafts(count: number, seed: number): Promise<Draft[]> {
  const now = wallTime();
  await loadFieldData(now);
  const entry = (await readEntries()).get("QH-CON-HK-ARCHITECT");
  if (!entry) throw new Error("The list has no architects.");
  const papers = await checkPapers(await drawSamplePapers());

  const applicants = Array.from({ length: count }, (_, n) =>
    applicantFor(entry, officeDay(now), `${seed} ${n}`, { email: `writer.${n}@people.example`, locale: "en" }),
  );
  const drafts: Draft[] = [];
  for (const [at, actor] of (await welcome(applicants, now)).entries()) {
    const applicant = applicants[at];
    if (!applicant) continue;
    const { id } = await fileAtOnce({ entry, applicant, actor }, papers, now);
    const { sessionId } = await startSession(
      database,
      { id: actor.accountId, kind: "professional" },
      "test",
      null,
      now,
    );
    const token = await sealSession(sessionId, sessionRules.professional.absolute / 1000);
    drafts.push({ id, cookie: `session=${token}`, institution: applicant.texts.institution });
  }
  await closeDatabase();
  return drafts;
}
