import { timingSafeEqual } from "node:crypto";
import type { Locale } from "next-intl";
import { localeColumn } from "@/lib/data/accounts";
import { transaction, type Db } from "@/lib/data/client";
import { insertCode, mailOfCode, tryCode, type CodePurpose } from "@/lib/data/mailed-codes";
import { queueMail } from "@/lib/data/mails";
import { after } from "@/lib/domain/account/session-rules";
import { keyedHash } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { unguessable } from "@/lib/ports/random";

type CodeMail = {
  purpose: CodePurpose;
  template: "mailed_code" | "sign_in_code";
  email: string;
  locale: Locale;
  minutes: number;
  /** On which device it was asked for, where the mail says so. */
  device?: string;
  at: Date;
};

/** Mails a new code, which ends every earlier one for the same. It is written to the address alone: nobody reads it signed in. */
export async function mailCode(db: Db, mail: CodeMail): Promise<void> {
  const { purpose, email, locale, minutes, device, at, template } = mail;
  const code = newCode();
  const now = wallTime();
  const codeHash = hashOf(purpose, email, code).toString("hex");
  const id = await insertCode(db, { purpose, email, codeHash, expiresAt: after(now, minutes * 60_000) }, now);
  const params = { code, minutes, ...(device !== undefined && { device }) };
  await queueMail(db, { dedupeKey: mailOfCode(id), email, locale: localeColumn[locale], template, params, at });
}

/** Tries a code that was mailed and gives its id, by which it is used up; null when it is not the one, or not any more. */
export async function findMailedCode(purpose: CodePurpose, email: string, code: string): Promise<string | null> {
  const known = await transaction((db) => tryCode(db, { email, purpose }, wallTime()));
  const isRight = known && timingSafeEqual(Buffer.from(known.codeHash, "hex"), hashOf(purpose, email, code));
  return isRight ? known.id : null;
}

const hashOf = (purpose: CodePurpose, email: string, code: string) => keyedHash("codes", `${purpose} ${email} ${code}`);

/** Six digits, each of the million as likely as the next. */
function newCode(): string {
  const range = 1_000_000;
  const fair = 2 ** 32 - (2 ** 32 % range);
  for (;;) {
    const drawn = Buffer.from(unguessable(4)).readUInt32BE();
    if (drawn < fair) return String(drawn % range).padStart(6, "0");
  }
}
