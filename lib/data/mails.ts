import type { Db } from "@/lib/data/client";
import type { Prisma } from "@/lib/data/generated/client";
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
  const address =
    "accountId" in mail
      ? await db.account.findUniqueOrThrow({ where: { id: mail.accountId }, select: { email: true, locale: true } })
      : { email: mail.email, locale: mail.locale };
  const written = await db.mail.createManyAndReturn({
    data: {
      dedupeKey: mail.dedupeKey,
      accountId: "accountId" in mail ? mail.accountId : null,
      email: address.email,
      locale: address.locale,
      template: mail.template,
      params: mail.params,
      state: "queued",
      createdAt: mail.at,
    },
    skipDuplicates: true,
    select: { id: true },
  });
  if (written[0]) await enqueue(db, "send_mail", { mailId: written[0].id });
}
