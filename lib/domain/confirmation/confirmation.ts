import { isOpen, type FilingState } from "@/lib/domain/filing/filing";
import type { Job } from "@/lib/domain/filing/questions";

// An employer or referee is asked about one post by a link that needs no account: used once, and only for a while.

export const relations = ["employer", "referee"] as const;
/** How whoever is asked knows of the post. */
export type Relation = (typeof relations)[number];

export const confirmationAnswers = ["confirmed", "not_correct"] as const;
export type ConfirmationAnswer = (typeof confirmationAnswers)[number];

/** What the trail of a submitted filing tells of confirmations. */
export const confirmationEvents = ["confirmation_asked", "confirmation_taken_back", "confirmation_answered"] as const;
export type ConfirmationEvent = (typeof confirmationEvents)[number];

/** A link is open for so many days. */
export const linkDays = 14;
/** So many times at most somebody is asked for the sake of one filing. */
export const mostAsked = 30;

export const addressWarnings = ["own_address", "free_mail"] as const;
/** What a reviewer should know of an address: it proves less. */
export type AddressWarning = (typeof addressWarnings)[number];

const freeMail: ReadonlySet<string> = new Set([
  ..."126.com 139.com 163.com 189.cn aliyun.com aol.com foxmail.com gmail.com gmx.com gmx.net googlemail.com".split(
    " ",
  ),
  ..."hotmail.com icloud.com live.com live.hk mac.com mail.com me.com msn.com netvigator.com outlook.com".split(" "),
  ..."outlook.hk proton.me protonmail.com qq.com sina.cn sina.com sohu.com tom.com tutanota.com vip.163.com".split(" "),
  ..."vip.qq.com yahoo.cn yahoo.com yahoo.com.cn yahoo.com.hk yandex.com yeah.net ymail.com zoho.com".split(" "),
]);

/** What weakens a confirmation that comes from this address, for somebody who signs in with another. */
export function warningsOf(address: string, own: string): AddressWarning[] {
  return addressWarnings.filter((warning) =>
    warning === "own_address" ? mailboxOf(address) === mailboxOf(own) : freeMail.has(domainOf(address)),
  );
}

/** The part of an address that names who runs it. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

// What follows a plus is a label within one mailbox.
function mailboxOf(address: string): string {
  const name = address.slice(0, address.lastIndexOf("@")).toLowerCase();
  return `${name.replace(/\+.*$/, "")}@${domainOf(address)}`;
}

/** Is this the very post that was asked about? Any change of it makes another. */
export function isSamePost(one: Job, other: Job): boolean {
  return (["employer", "role", "from", "to", "share"] as const).every((part) => one[part] === other[part]);
}

/** May somebody be asked, and answer, while a filing stands here? */
export function takesConfirmations(state: FilingState): boolean {
  return state === "draft" || isOpen(state);
}

/** What was asked and became of it, as far as its own row knows. */
export type Asked = { state: "sent" | "answered" | "asked_again" | "cancelled"; answer: ConfirmationAnswer | null };

/** Where a confirmation stands for whoever reads of it. */
export const confirmationStandings = ["waiting", "expired", "confirmed", "not_correct", "ended"] as const;
export type ConfirmationStanding = (typeof confirmationStandings)[number];

/** Where a confirmation stands now. */
export function standingOf({ state, answer, expiresAt }: Asked & { expiresAt: Date }, now: Date): ConfirmationStanding {
  if (state === "answered") return answer ?? "confirmed";
  if (state !== "sent") return "ended";
  return now < expiresAt ? "waiting" : "expired";
}
