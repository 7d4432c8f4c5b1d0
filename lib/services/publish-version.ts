import { database, transaction } from "@/lib/data/client";
import { listDueEntries, supersede } from "@/lib/data/entry-versions";
import type { PublishVersionInput } from "@/lib/domain/accreditation/version-schema";
import type { Clock, Staff } from "@/lib/domain/actor";
import { addYears, officeDay } from "@/lib/domain/calendar/working-days";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { stepVersion } from "@/lib/services/step-version";

const clock: Clock = { kind: "clock" };

/** Publishes what somebody else wrote: at once, or on a later day, when the clock puts it on the list. */
export function publishVersion(
  actor: Staff,
  { entry, version, publish_on: publishOn, treatment }: PublishVersionInput,
  now: Date,
): Promise<Result<{ entry: string; isLater: boolean }>> {
  const today = officeDay(now);
  const isLater = publishOn > today;
  return transaction(async (db) => {
    const step = { entry, action: isLater ? "approve" : "publish", version } as const;
    const published = await stepVersion(db, actor, step, now, async () => {
      const problem = dayProblem(publishOn, today);
      if (problem) return refuse({ code: "invalid_input", fields: { publish_on: problem } });
      if (!isLater) await supersede(db, entry);
      const approval = { byId: actor.accountId, publishOn, treatment };
      return ok({
        move: { approval, ...(!isLater && { publishedAt: now }) },
        fields: ["publish_on"],
        result: treatment,
      });
    });
    return published.ok ? ok({ entry, isLater }) : published;
  });
}

/** Why a day is none on which something can be put on the list, or null. */
export function dayProblem(publishOn: string, today: string): string | null {
  if (publishOn < today) return "validation.today_or_later";
  return publishOn > addYears(today, 1) ? "validation.within_a_year" : null;
}

/** Puts on the list what was approved for a day that has come. Run twice, or by two at once, it does so once. */
export async function publishDueVersions(now: Date): Promise<number> {
  let count = 0;
  for (const entry of await listDueEntries(database, officeDay(now))) {
    const published = await transaction((db) =>
      stepVersion(db, clock, { entry, action: "put_in_force" }, now, async ({ publishOn }) => {
        // It may have been returned, and approved for another day, since it was looked for.
        if (publishOn === null || publishOn > officeDay(now)) return refuse({ code: "wrong_status" });
        await supersede(db, entry);
        return ok({ move: { publishedAt: now } });
      }),
    );
    if (published.ok) count += 1;
  }
  return count;
}
