import { afterAll, beforeAll, expect, test } from "vitest";
import { database, pool, transaction } from "@/lib/data/client";
import { enqueue, enqueueEvery, startWorkers } from "@/lib/data/jobs";
import { queueMail } from "@/lib/data/mails";
import { findMail, settleMail } from "@/lib/data/mailbox";
import { sendMail } from "@/lib/services/mail/send-mail";

const at = new Date("2026-11-23T02:00:00Z");
const handed: string[] = [];
const failures = new Map<string, number>();
let stop: () => Promise<void>;

beforeAll(async () => {
  stop = await startWorkers({
    send_mail: async (job) => {
      handed.push(job.mailId);
      const left = failures.get(job.mailId) ?? 0;
      failures.set(job.mailId, left - 1);
      if (left > 0) throw new Error("the mail server is away");
      await sendMail(job);
    },
    office_clock: () => Promise.resolve(),
  });
});
afterAll(() => stop());

const code = (dedupeKey: string) =>
  ({
    dedupeKey,
    email: "chan@example.com",
    locale: "en",
    template: "mailed_code",
    params: { code: "123456", minutes: 30 },
    at,
  }) as const;

const mailOf = (dedupeKey: string) =>
  database.mail.findUniqueOrThrow({ where: { dedupeKey }, select: { id: true, state: true } });

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let waits = 0; waits < 100; waits++) {
    if (await isSo()) return;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error("It did not come to that in ten seconds.");
}

const isSent = (dedupeKey: string) => async () => (await mailOf(dedupeKey)).state === "sent";

test("a mail written with a step is sent once the step is done, exactly once", async () => {
  await transaction(async (db) => {
    await queueMail(db, code("first"));
    await queueMail(db, code("first"));
  });
  await until(isSent("first"));
  const { id } = await mailOf("first");
  await sendMail({ mailId: id });
  expect(handed.filter((mailId) => mailId === id)).toEqual([id]);
});

test("a mail of a step that failed is never sent, and nothing of it is left", async () => {
  const failed = transaction(async (db) => {
    await queueMail(db, code("never"));
    throw new Error("the step failed");
  });
  await expect(failed).rejects.toThrow("the step failed");

  await transaction((db) => queueMail(db, code("after it")));
  await until(isSent("after it"));
  expect(await database.mail.count({ where: { dedupeKey: "never" } })).toBe(0);
  const { rows } = await pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'send_mail' AND state < 'completed'",
  );
  expect(rows[0]?.count).toBe(0);
});

test("a mail that could not be sent keeps none of the others waiting, and is tried again", async () => {
  const id = await transaction(async (db) => {
    await queueMail(db, code("troubled"));
    const { id } = await db.mail.findUniqueOrThrow({ where: { dedupeKey: "troubled" }, select: { id: true } });
    failures.set(id, 1);
    await queueMail(db, code("untroubled"));
    return id;
  });
  await until(isSent("untroubled"));
  // The queue waits before it tries again; the test does not.
  await until(async () => {
    await pool.query("UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE state = 'retry'");
    return isSent("troubled")();
  });
  expect(handed.filter((mailId) => mailId === id).length).toBeGreaterThanOrEqual(2);
});

test("a mail that is settled stays as it is", async () => {
  await transaction((db) => queueMail(db, code("settled")));
  const { id } = await mailOf("settled");
  await until(isSent("settled"));
  await settleMail(database, id, "failed", at);
  expect(await findMail(database, id)).toMatchObject({ state: "sent" });
});

test("the clock ticks once a minute, however many workers wind it", async () => {
  await Promise.all(Array.from({ length: 5 }, () => enqueueEvery(3_600, "office_clock", {})));
  const { rows } = await pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'office_clock'",
  );
  expect(rows[0]?.count).toBe(1);
});

test("work is asked for with the step or not at all", async () => {
  const failed = transaction(async (db) => {
    await enqueue(db, "send_mail", { mailId: "00000000-0000-0000-0000-000000000000" });
    throw new Error("the step failed");
  });
  await expect(failed).rejects.toThrow();
  expect(handed).not.toContain("00000000-0000-0000-0000-000000000000");
});
