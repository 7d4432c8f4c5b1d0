import type { Db } from "@/lib/data/client";
import { env } from "@/lib/env";

/** The office's time at a moment of the wall's: the same, but for what the demonstration was moved forward. */
export async function officeTime(db: Db, wall: Date): Promise<Date> {
  if (!env.demo) return wall;
  const clock = await db.officeClock.findUnique({ where: { id: 1 }, select: { aheadOfSeconds: true } });
  return new Date(wall.getTime() + (clock?.aheadOfSeconds ?? 0) * 1000);
}

/** Moves the office's time forward, and waits for whoever else is moving it. */
export async function moveOfficeClock(db: Db, seconds: number): Promise<void> {
  await db.officeClock.upsert({
    where: { id: 1 },
    create: { aheadOfSeconds: seconds },
    update: { aheadOfSeconds: { increment: seconds } },
    select: { id: true },
  });
}
