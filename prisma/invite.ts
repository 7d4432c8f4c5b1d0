// npm run admin:invite -- <email> <name> [rights]: invites one of the first two administrators of an office.
import { closeDatabase } from "@/lib/data/client";
import { firstGrants } from "@/lib/domain/account/invitation";
import { emailSchema, invitationMinutes } from "@/lib/domain/account/schema";
import { env } from "@/lib/env";
import { absolute } from "@/lib/ports/mail";
import { inviteStaff } from "@/lib/services/invite-staff";
import { officeTime } from "@/lib/services/office-time";

const usage = `Say whom: npm run admin:invite -- <email> "<name>" [${firstGrants.join(",")}]
A right is a word such as audit, or a word and a field such as examine:construction.`;

const reasons: Record<string, string> = {
  is_professional: "This address has an account as a professional. Staff never file: invite another address.",
  account_disabled: "This account is disabled.",
  grants: usage,
  administrators_invite: "Two administrators are there already: they look after the others.",
};

const [typed = "", name = "", rights] = process.argv.slice(2);
const email = emailSchema.safeParse(typed);
if (!email.success || name.trim() === "") {
  console.error(usage);
  process.exitCode = 1;
} else {
  const grants = rights ? rights.split(",").map((right) => right.trim()) : firstGrants;
  const invited = await inviteStaff({ email: email.data, name: name.trim(), grants }, await officeTime());
  if (invited.ok) {
    console.log(`${email.data} is invited. The link works once, for ${invitationMinutes} minutes.`);
    // Without a mail server nobody would ever see it.
    console.log(env.smtpUrl ? "It is on its way by mail." : absolute(`/en/l/${invited.value.token}`));
  } else {
    console.error(reasons[invited.refusal.condition ?? ""] ?? invited.refusal.code);
    process.exitCode = 1;
  }
}
await closeDatabase();
