import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";

export type Letter = { id: string; to: string; subject: string; text: string; html: string };

let transport: Transporter | undefined;

/**
 * Hands a letter to the mail server; false when the server will never take it. In the demonstration without a server it
 * has arrived already: its mailbox shows the rows themselves.
 */
export async function deliver({ id, ...letter }: Letter): Promise<boolean> {
  if (!env.smtpUrl) {
    if (env.demo) return true;
    throw new Error("No mail server is set (SMTP_URL).");
  }
  transport ??= createTransport({
    url: env.smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  try {
    // A letter that is handed over twice carries the same id, by which mailboxes know it again.
    await transport.sendMail({ ...letter, from: env.mailFrom, messageId: `<${id}@${new URL(env.origin).hostname}>` });
    return true;
  } catch (error) {
    if (isForGood(error)) return false;
    throw error;
  }
}

/** The absolute address of a page of ours, as mails name it. */
export function absolute(path: `/${string}`): string {
  return `${env.origin}${path}`;
}

// 550 and its like speak of this address; every other trouble may pass.
function isForGood(error: unknown): boolean {
  const code = error instanceof Error && "responseCode" in error ? error.responseCode : undefined;
  return typeof code === "number" && code >= 550 && code <= 559;
}
