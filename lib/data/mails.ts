import type { Db } from "@/lib/data/client";
import { Prisma } from "@/lib/data/generated/client";
import { enqueue } from "@/lib/data/jobs";
import type { MailTemplate } from "@/lib/domain/mail/templates";

export type NewMail = {
  /** Once per event and person: a repetition writes nothing. */
  dedupeKey: string;
  template: MailTemplate;
  params: Prisma.InputJsonObject;
  at: Date;
} & ({ accountId: string } | { email: string; locale: "en" | "zh_Hant" | "zh_Hans" });

/** Writes a mail with the step that caused it and asks the worker to send it once the transaction is done. */
export async function queueMail(db: Db, mail: NewMail): Promise<void> {
  const { dedupeKey, template, params, at } = mail;
  const to =
    "accountId" in mail
      ? Prisma.sql`SELECT "id", "email", "locale" FROM "account" WHERE "id" = ${mail.accountId}::uuid`
      : Prisma.sql`SELECT NULL::uuid, ${mail.email}::text, ${mail.locale.replace("_", "-")}::"locale"`;
  const [written] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO "mail" ("id", "dedupe_key", "account_id", "email", "locale", "template", "params", "state", "created_at")
    SELECT gen_random_uuid(), ${dedupeKey}, addressee.*, ${template}, ${JSON.stringify(params)}::jsonb, 'queued', ${at}
    FROM (${to}) addressee
    ON CONFLICT ("dedupe_key") DO NOTHING RETURNING "id"::text`;
  if (written) await enqueue(db, "send_mail", { mailId: written.id });
}
