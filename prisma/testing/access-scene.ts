import { createHash } from "node:crypto";
import { database } from "@/lib/data/client";

const owner = "chan.taiman@demo.example";
const colleague = "yip.waiyee@demo.example";
const disabled = "mak.lokyan@demo.example";

/** What the owner has, by what names it from outside: for tests that ask who may reach it. */
export type AccessScene = {
  draft: string;
  asked: { id: string; reference: string; version: string; item: string };
  registration: string;
  proceeding: string;
  certificate: string;
  document: string;
  session: string;
  mail: string;
  /** Somebody of the staff whom nothing of this is about. */
  colleague: string;
  /** Words that only those may read who may see the owner's filings. */
  canaries: string[];
};

/** Everything of the demonstration's owner that others may try to reach. */
export async function findAccessScene(): Promise<AccessScene> {
  const { person, sessions, mails } = await database.account.findUniqueOrThrow({
    where: { email: owner },
    select: {
      sessions: { where: { endedAt: null }, select: { idHash: true } },
      mails: { select: { id: true } },
      person: {
        select: {
          registrations: {
            select: { number: true, certificates: { select: { code: true } }, proceedings: { select: { id: true } } },
          },
          documents: { where: { verdict: "not_scanned" }, select: { id: true, filingId: true, displayName: true } },
          filings: {
            select: {
              id: true,
              reference: true,
              version: true,
              state: true,
              requests: { select: { items: { select: { id: true } } } },
              answers: {
                where: { question: { in: ["name_zh", "home_registration_number", "institution_name", "mobile"] } },
                select: { value: true },
              },
            },
          },
        },
      },
    },
  });
  const filings = person?.filings ?? [];
  const draft = only(filings.find(({ state }) => state === "draft"));
  const asked = only(filings.find(({ state }) => state === "awaiting_applicant"));
  const registration = only(person?.registrations[0]);
  const document = only(person?.documents.find(({ filingId }) => filingId === asked.id));
  return {
    draft: draft.id,
    asked: {
      id: asked.id,
      reference: only(asked.reference),
      version: String(asked.version),
      item: only(asked.requests[0]?.items[0]).id,
    },
    registration: registration.number,
    proceeding: only(registration.proceedings[0]).id,
    certificate: only(registration.certificates[0]).code,
    document: document.id,
    session: only(sessions[0]).idHash,
    mail: only(mails[0]).id,
    colleague: (await database.account.findUniqueOrThrow({ where: { email: colleague }, select: { id: true } })).id,
    canaries: [
      ...filings.flatMap(({ answers }) => answers.map(({ value }) => String(value))),
      ...(person?.documents.map(({ displayName }) => displayName) ?? []),
    ],
  };
}

/** One line that changes whenever anything of the owner changes, or the office's time. */
export async function tracesOfOwner(): Promise<string> {
  const everything = await database.account.findUniqueOrThrow({
    where: { email: owner },
    include: {
      sessions: { select: { idHash: true, endedAt: true } },
      person: {
        include: {
          identities: true,
          consents: true,
          submissions: true,
          documents: true,
          registrations: { include: { certificates: true, proceedings: true } },
          filings: {
            include: {
              answers: true,
              confirmations: true,
              handovers: true,
              messages: true,
              events: true,
              findings: true,
              decisions: true,
              extraRound: true,
              unsentWords: true,
              requests: { include: { items: true } },
            },
          },
        },
      },
    },
  });
  const clock = await database.officeClock.findMany();
  const plain = JSON.stringify([everything, clock], (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return createHash("sha256").update(plain).digest("hex");
}

/** Lets the disabled reviewer of the demonstration in, or shuts them out again. */
export async function setDisabled(isDisabled: boolean): Promise<void> {
  const status = isDisabled ? "disabled" : "active";
  await database.account.update({ where: { email: disabled }, data: { status }, select: { id: true } });
}

function only<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Error("The demonstration is not as it was.");
  return found;
}
