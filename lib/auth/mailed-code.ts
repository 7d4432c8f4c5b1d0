import { timingSafeEqual } from "node:crypto";
import { transaction, type Db } from "@/lib/data/client";
import { insertCode, mailOfCode, tryCode, type CodePurpose } from "@/lib/data/mailed-codes";
import { queueMail, type NewMail } from "@/lib/data/mails";
import { after } from "@/lib/domain/account/session-rules";
import { keyedHash } from "@/lib/env";
import { wallTime } from "@/lib/ports/clock";
import { unguessable } from "@/lib/ports/random";

type CodeMail = { purpose: CodePurpose; email: string; minutes: number; at: Date } & (
  | { template: "mailed_code"; to: { email: string; locale: "en" | "zh_Hant" | "zh_Hans" } }
  | { template: "sign_in_code"; to: { accountId: string }; device: string }
);

/** Mails a new code, which ends every earlier one for the same. */
export async function mailCode(db: Db, mail: CodeMail): Promise<void> {
  const { purpose, email, minutes, at, template, to } = mail;
  const code = newCode();
  const now = wallTime();
  const codeHash = hashOf(purpose, email, code).toString("hex");
  const id = await insertCode(db, { purpose, email, codeHash, expiresAt: after(now, minutes * 60_000) }, now);
  const params: NewMail["params"] = { code, minutes, ...("device" in mail && { device: mail.device }) };
  await queueMail(db, { dedupeKey: mailOfCode(id), template, params, at, ...to });
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
