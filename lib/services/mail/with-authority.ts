import { findAuthorityOfField } from "@/lib/data/authorities";
import type { Db } from "@/lib/data/client";

type Params = Readonly<Record<string, unknown>>;

/** A mail whose sentences on where the filing stands can name the authority: looked up when it is sent, not in the step. */
export async function withAuthority<Mail extends { params: Params }>(db: Db, mail: Mail): Promise<Mail> {
  const { where } = mail.params;
  if (typeof where !== "object" || where === null || !("field" in where)) return mail;
  const authority = await findAuthorityOfField(db, String(where.field));
  return { ...mail, params: { ...mail.params, where: { ...where, authority } } };
}
