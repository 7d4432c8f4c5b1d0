// npm run admin:invite -- <email> <name> [rights] [language]: invites one of the first two administrators of an office.
import { localeColumn } from "@/lib/data/accounts";
import { closeDatabase } from "@/lib/data/client";
import { firstGrants } from "@/lib/domain/account/invitation";
import { emailSchema, invitationMinutes } from "@/lib/domain/account/schema";
import { env } from "@/lib/env";
import { absolute } from "@/lib/ports/mail";
import { inviteStaff } from "@/lib/services/invite-staff";
import { officeTime } from "@/lib/services/office-time";

const usage = `Say whom: npm run admin:invite -- <email> "<name>" [${firstGrants.join(",")}] [${Object.keys(localeColumn).join("|")}]
A right is a word such as audit, or a word and a field such as examine:construction.`;

const reasons: Record<string, string> = {
  is_professional: "This address has an account as a professional. Staff never file: invite another address.",
  account_disabled: "This account is disabled.",
  grants: usage,
  fields: "There is no such field. Rights are bound to the fields of the list, such as examine:construction.",
  manage_people: "The first two look after the others: name manage_people among their rights.",
  administrators_invite: "Two administrators are there already, or invited: they look after the others.",
};

const [typed = "", name = "", ...more] = process.argv.slice(2);
const email = emailSchema.safeParse(typed);
const isLanguage = (word: string): word is keyof typeof localeColumn => word in localeColumn;
const locale = more.find(isLanguage);
const [rights, ...tooMuch] = more.filter((word) => word !== locale);
if (!email.success || name.trim() === "" || tooMuch.length > 0) {
  console.error(usage);
  process.exitCode = 1;
} else {
  const grants = rights ? rights.split(",").map((right) => right.trim()) : firstGrants;
  const whom = { email: email.data, name: name.trim(), grants, ...(locale && { locale }) };
  const invited = await inviteStaff(whom, await officeTime());
  if (invited.ok) {
    const { token, locale: language, isNew } = invited.value;
    console.log(
      isNew
        ? `${email.data} is invited.`
        : `${email.data} is staff already: the link sets password and app anew, and their rights stay as they are.`,
    );
    console.log(`The link works once, for ${invitationMinutes} minutes.`);
    // Without a mail server nobody would ever see it.
    console.log(env.smtpUrl ? "It is on its way by mail." : absolute(`/${language}/l/${token}`));
  } else {
    console.error(reasons[invited.refusal.condition ?? ""] ?? invited.refusal.code);
    process.exitCode = 1;
  }
}
await closeDatabase();
