import { database } from "@/lib/data/client";
import { findMail, settleMail } from "@/lib/data/mailbox";
import { wallTime } from "@/lib/ports/clock";
import { deliver } from "@/lib/ports/mail";
import { withAuthority } from "@/lib/services/mail/with-authority";
import { asHtml, asText, renderMail } from "@/lib/services/mail/render-mail";

/** Sends a mail that waits. The job may run twice; what has been sent is not sent again. */
export async function sendMail({ mailId }: { mailId: string }): Promise<void> {
  const mail = await findMail(database, mailId);
  if (mail?.state !== "queued") return;

  const rendered = await renderMail(await withAuthority(database, mail));
  const arrived = await deliver({
    id: mail.id,
    to: mail.email,
    subject: rendered.subject,
    text: asText(rendered),
    html: asHtml(rendered, mail.locale),
  });
  await settleMail(database, mail.id, arrived ? "sent" : "failed", wallTime());
}
