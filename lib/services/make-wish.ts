import { randomUUID } from "node:crypto";
import { localeColumn } from "@/lib/data/accounts";
import { database, transaction } from "@/lib/data/client";
import { findShownEntry } from "@/lib/data/entries";
import { queueMail } from "@/lib/data/mails";
import type { InThree } from "@/lib/data/filings";
import { takeAttempt } from "@/lib/data/rate-limits";
import { foldForSearch } from "@/lib/data/search-folding";
import { confirmWish as keepConfirmed, findUnconfirmedWish, findWish, insertWish } from "@/lib/data/wishes";
import { isEntryCode } from "@/lib/domain/accreditation/schema";
import type { ConfirmWishInput, MakeWishInput } from "@/lib/domain/demand/schema";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { linkHash, linkToken } from "@/lib/ports/links";

const mailsToOneAddress = { name: "wish-mail", points: 5, seconds: 24 * 60 * 60 };

/** Counts somebody's wish for a qualification, and mails a link where they want to be told; a known address hears the same. */
export async function makeWish(
  visitor: { locale: keyof typeof localeColumn },
  input: MakeWishInput,
  now: Date,
): Promise<Result<{ isMailed: boolean }>> {
  const wished = await wishedFor(input);
  if (!wished) return refuse({ code: "not_found" });
  const email = input.email || null;
  if (email && !(await takeAttempt(mailsToOneAddress, email))) return refuse({ code: "too_many_requests" });

  const { locale } = visitor;
  const { name, ...kept } = wished;
  const fresh = randomUUID();
  const tokenHash = email ? linkHash(linkToken("wish", fresh)) : null;
  await transaction(async (db) => {
    const isNew = await insertWish(db, { id: fresh, ...kept, email, locale, tokenHash, askedAt: now });
    const id = isNew ? fresh : email && (await findUnconfirmedWish(db, wished.key, email));
    if (!email || !id) return;
    await queueMail(db, {
      dedupeKey: `wish:${id}:${fresh}`,
      email,
      locale: localeColumn[locale],
      template: "wish_confirm",
      params: { wishId: id, wished: name },
      at: now,
    });
  });
  return ok({ isMailed: email !== null });
}

type Wished = {
  key: string;
  qualification: string;
  issuingBody: string;
  entryCode: string | null;
  name: string | InThree;
};

/** What is wished for: an entry by its code, or words, which are counted together however they are written. */
async function wishedFor({ qualification, body = "", entry: code }: MakeWishInput): Promise<Wished | null> {
  if (!code) {
    const key = foldForSearch(qualification);
    return key ? { key, qualification, issuingBody: body, entryCode: null, name: qualification } : null;
  }
  const entry = isEntryCode(code) && (await findShownEntry(database, code));
  if (!entry) return null;
  return { key: code, qualification: "", issuingBody: "", entryCode: code, name: entry.qualification };
}

/** What a link that confirms an address is about; null where it is no such link or the address is forgotten. */
export async function viewWish(
  token: string,
): Promise<{ qualification: string | InThree; isConfirmed: boolean } | null> {
  const wish = await findWish(database, linkHash(token));
  if (!wish || (!wish.hasAddress && !wish.isConfirmed)) return null;
  const { entryCode, qualification, isConfirmed } = wish;
  const entry = entryCode ? await findShownEntry(database, entryCode) : null;
  return { qualification: entry?.qualification ?? qualification, isConfirmed };
}

/** Confirms that the owner of an address wants to be told. Twice is once. */
export function confirmWish(
  _visitor: unknown,
  { token }: ConfirmWishInput,
  now: Date,
): Promise<Result<{ token: string }>> {
  return transaction(async (db) => {
    const hash = linkHash(token);
    if (await keepConfirmed(db, hash, now)) return ok({ token });
    return (await findWish(db, hash))?.isConfirmed ? ok({ token }) : refuse({ code: "not_found" });
  });
}
