import { findAccount } from "@/lib/data/accounts";
import { database } from "@/lib/data/client";
import { listOpenSessions } from "@/lib/data/sessions";
import { before, sessionRules } from "@/lib/domain/account/session-rules";
import type { Person } from "@/lib/domain/actor";
import { wallTime } from "@/lib/ports/clock";

export type SessionView = { id: string; device: string; since: Date; lastSeen: Date };
export type AccountView = {
  email: string;
  kind: Person["kind"];
  locale: "en" | "zh-Hant" | "zh-Hans";
  /** What staff are called at work. */
  displayName: string | null;
  hasPassword: boolean;
  sessions: SessionView[];
};

/** The account of whoever asks, and where it is signed in. */
export async function viewAccount(actor: Person): Promise<AccountView> {
  const now = wallTime();
  const [account, sessions] = await Promise.all([
    findAccount(database, actor.accountId),
    listOpenSessions(database, actor.accountId, now, before(now, sessionRules[actor.kind].idle)),
  ]);
  return {
    ...account,
    kind: actor.kind,
    sessions: sessions.map(({ idHash, device, createdAt, lastSeenAt }) => ({
      id: idHash,
      device,
      since: createdAt,
      lastSeen: lastSeenAt,
    })),
  };
}
