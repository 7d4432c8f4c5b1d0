import { database, type Db } from "@/lib/data/client";
import { domainsOfEmployer, listConfirmations, type StoredConfirmation } from "@/lib/data/confirmations";
import type { FilingRow } from "@/lib/data/filing-facts";
import type { InThree } from "@/lib/data/filings";
import type { Professional } from "@/lib/domain/actor";
import {
  domainOf,
  isSamePost,
  standingOf,
  takesConfirmations,
  type AddressWarning,
  type ConfirmationStanding,
  type Relation,
} from "@/lib/domain/confirmation/confirmation";
import { filingAddress } from "@/lib/domain/filing/address";
import type { Job } from "@/lib/domain/filing/questions";
import { ok, refuse, type Result } from "@/lib/domain/result";
import { wallTime } from "@/lib/ports/clock";
import { findMyFiling } from "@/lib/services/my-filing";
import { jobsOf, namesOf } from "@/lib/services/named-posts";

export type ConfirmationView = {
  id: string;
  post: Job;
  relation: Relation;
  email: string;
  warnings: AddressWarning[];
  standing: ConfirmationStanding;
  sentAt: Date;
  expiresAt: Date;
  /** Who answered, when, and what they say is not correct. */
  answered: { name: string; position: string; words: string | null; at: Date } | null;
};

/** A post of the list with the last that was asked about it, and what was asked before. */
export type PostToConfirm = { at: number; post: Job; last: ConfirmationView | null; earlier: ConfirmationView[] };

export type MyConfirmations = {
  filingId: string;
  address: string;
  isDraft: boolean;
  qualification: InThree;
  posts: PostToConfirm[];
  /** What was asked about posts that the list no longer has in those words. */
  others: ConfirmationView[];
  /** The revision of the list of posts that is shown. */
  seen: number;
  mayAsk: boolean;
  /** Without a name nobody can be asked about anybody. */
  hasNames: boolean;
};

/** The posts of one's own filing, and who was asked to confirm them. */
export async function viewConfirmations(actor: Professional, address: string): Promise<Result<MyConfirmations>> {
  const row = await findMyFiling(database, actor, address);
  if (!row) return refuse({ code: "not_found" });
  const all = (await listConfirmations(database, row.id)).map(viewOf);
  const { jobs, revision } = jobsOf(row);
  return ok({
    filingId: row.id,
    address: filingAddress(row),
    isDraft: row.state === "draft",
    qualification: row.entry.qualification,
    posts: jobs.map((post, at) => {
      const [last = null, ...earlier] = all.filter((it) => isSamePost(it.post, post));
      return { at, post, last, earlier };
    }),
    others: all.filter((it) => !jobs.some((post) => isSamePost(it.post, post))),
    seen: revision,
    mayAsk: takesConfirmations(row.state) && !row.held,
    hasNames: namesOf(row) !== null,
  });
}

/** What a reviewer should know besides: is the address one from which this employer has answered for other people? */
export type ExaminedConfirmation = ConfirmationView & {
  domain: "known" | "other" | "unknown";
  /** The post stands in the list in these words. */
  isCurrent: boolean;
};

/** Who was asked for the sake of a filing and what they answered, for whoever examines it; links that were taken back say nothing. */
export async function confirmationsOf(db: Db, row: FilingRow): Promise<ExaminedConfirmation[]> {
  const shown = (await listConfirmations(db, row.id)).map(viewOf).filter(({ standing }) => standing !== "ended");
  const { jobs } = jobsOf(row);
  const examined: ExaminedConfirmation[] = [];
  for (const it of shown) {
    const known = await domainsOfEmployer(db, it.post.employer, row.personId);
    const domain = known.size === 0 ? "unknown" : known.has(domainOf(it.email)) ? "known" : "other";
    examined.push({ ...it, domain, isCurrent: jobs.some((post) => isSamePost(it.post, post)) });
  }
  return examined;
}

function viewOf(stored: StoredConfirmation): ConfirmationView {
  const { id, relation, email, warnings, subject, sentAt, expiresAt } = stored;
  const { answeredName, answeredPosition, answeredAt, words } = stored;
  return {
    id,
    post: subject.post,
    relation,
    email,
    warnings,
    standing: standingOf(stored, wallTime()),
    sentAt,
    expiresAt,
    answered: answeredAt && { name: answeredName ?? "", position: answeredPosition ?? "", words, at: answeredAt },
  };
}
