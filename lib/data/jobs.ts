import PgBoss from "pg-boss";
import { pool, type Db } from "@/lib/data/client";

/** Every kind of work that is done afterwards, and what it is told: ids, never words. */
export type Jobs = {
  send_mail: { mailId: string };
  office_clock: Record<string, never>;
};
export type JobName = keyof Jobs;

// The queues and their tables are made by a migration: the app needs no right to make any.
const boss = new PgBoss({
  db: { executeSql: (text: string, values: unknown[]) => pool.query(text, values) },
  migrate: false,
  schedule: false,
});
// The next turn tries again; what fails for good is seen in the queue.
boss.on("error", () => undefined);

let isPast = false;

/** Lets nothing be asked for while the demonstration's past is made: its mails went out long ago. Never called outside the making of it. */
export function restJobs(rest: boolean): void {
  isPast = rest;
}

/** Asks for work inside an open transaction: it is begun after the commit, and never after a rollback. */
export async function enqueue<N extends JobName>(db: Db, name: N, data: Jobs[N]): Promise<void> {
  if (isPast) return;
  await boss.send(name, data, {
    db: {
      executeSql: async (text: string, values: unknown[]) => ({
        rows: await db.$queryRawUnsafe<unknown[]>(text, ...values),
      }),
    },
  });
}

/** Asks for work at most once in so many seconds, however many processes ask for it. */
export async function enqueueEvery<N extends JobName>(seconds: number, name: N, data: Jobs[N]): Promise<void> {
  await boss.send(name, data, { singletonSeconds: seconds });
}

export type Workers = { [N in JobName]: (data: Jobs[N]) => Promise<void> };

/** Begins to do the work that waits, and gives the way to stop. A job may be done twice; the workers see to it that this shows nowhere. */
export async function startWorkers(workers: Workers): Promise<() => Promise<void>> {
  await boss.start();
  await Promise.all([
    boss.work("send_mail", { pollingIntervalSeconds: 1, batchSize: 50 }, eachOf(workers.send_mail)),
    boss.work("office_clock", { pollingIntervalSeconds: 2, batchSize: 1 }, eachOf(workers.office_clock)),
  ]);
  return () => boss.stop({ graceful: true, timeout: 5_000 });
}

/** One after the other; those that failed do not keep the others waiting, and the whole batch is tried again. */
function eachOf<T>(work: (data: T) => Promise<void>): (jobs: PgBoss.Job<T>[]) => Promise<void> {
  return async (jobs) => {
    const failures: unknown[] = [];
    for (const { data } of jobs) await work(data).catch((failure: unknown) => failures.push(failure));
    if (failures.length > 0) throw failures[0];
  };
}
