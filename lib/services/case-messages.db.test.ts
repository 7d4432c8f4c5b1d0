import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Person, Professional, Staff } from "@/lib/domain/actor";
import { mostMessages } from "@/lib/domain/case-message/case-message";
import { draftWithConsent } from "@/prisma/testing/papers-scene";
import {
  filingNow,
  monday,
  openOffice,
  professional,
  seen,
  staff,
  submittedFiling,
  type Submitted,
} from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { askErasure } from "./ask-about-data";
import { carryOutErasures } from "./carry-out-erasures";
import { declineAcceptance } from "./decline-acceptance";
import { exportMyData } from "./export-my-data";
import { holdFiling } from "./hold-filing";
import { listReviewQueue } from "./list-review-queue";
import { makeItem } from "./make-item";
import { markCaseMessagesRead } from "./read-case-messages";
import { requestInformation } from "./request-information";
import { takeOverFiling } from "./take-over-filing";
import { viewCaseMessages, viewMyCaseMessages } from "./view-case-messages";
import { viewExamination } from "./view-examination";
import { viewStatus } from "./view-status";
import { withdrawFiling } from "./withdraw-filing";
import { writeCaseMessage } from "./write-case-message";

const later = new Date("2026-11-23T05:00:00Z");

let lee: Staff;
let ho: Staff;
let chan: Professional;
let filing: Submitted;

beforeAll(openOffice);

beforeEach(async () => {
  lee = await staff("Lee", ["examine", "decide"]);
  ho = await staff("Ho", ["examine", "decide", "hold"]);
  chan = await professional();
  filing = await submittedFiling(monday, {}, chan);
});

const write = (actor: Person, words: string, now = monday, last?: string) =>
  writeCaseMessage(actor, { filingId: filing.filingId, words, last }, now);
const accept = async () => {
  expect(await acceptFiling(lee, await seen(filing.filingId), monday)).toMatchObject({ ok: true });
};
const mine = async (now = later) => {
  const view = await viewMyCaseMessages(chan, filing.reference, now);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
};
const office = async (actor = lee) => {
  const view = await viewCaseMessages(actor, filing.filingId);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
};
const mailsTo = (accountId: string, template: string) =>
  database.mail.findMany({ where: { accountId, template }, select: { params: true, readAt: true } });

describe("two sides that write each other", () => {
  test("read the same words in the same order, and each sees whether the other has read", async () => {
    await accept();
    expect(await write(chan, "May I send the letter in English?")).toMatchObject({ ok: true });
    expect(await write(lee, "Yes.", later, (await office()).unread[0])).toMatchObject({ ok: true });

    const shown = await mine();
    expect(shown.messages.map(({ side, words }) => [side, words])).toEqual([
      ["applicant", "May I send the letter in English?"],
      ["office", "Yes."],
    ]);
    // Whoever answers has read; what came last was read just now.
    expect(shown.messages[0]?.readAt).toEqual(later);
    expect(shown.unread).toEqual([shown.messages[1]?.id]);
    const { messages, unread } = await office();
    expect(messages.map(({ by }) => by)).toEqual([null, "Lee"]);
    expect(messages[1]?.readAt).toEqual(later);
    expect(unread).toEqual([]);
    expect((await mine()).unread).toEqual([]);
  });

  test("are told by one mail that something waits, which says nothing of it and is read with it", async () => {
    await accept();
    for (const words of ["A canary sings.", "It sings again."]) await write(lee, words);
    const [mail, ...more] = await mailsTo(chan.accountId, "message_to_applicant");
    expect(more).toEqual([]);
    expect(mail?.params).toEqual({ filingId: filing.filingId, reference: filing.reference });
    await mine();
    expect(await mailsTo(chan.accountId, "message_to_applicant")).toEqual([
      expect.objectContaining({ readAt: expect.any(Date) }),
    ]);
    await write(lee, "And once more.", later);
    expect(await mailsTo(chan.accountId, "message_to_applicant")).toHaveLength(2);
    await write(chan, "I heard it.", later);
    expect(await mailsTo(lee.accountId, "message_to_office")).toHaveLength(1);
    expect(await mailsTo(ho.accountId, "message_to_office")).toEqual([]);
  });

  test("read by answering what was on their page, and nothing that came since; with it goes the mail", async () => {
    await accept();
    await write(chan, "One.");
    const [last = ""] = (await office()).unread;
    await write(chan, "Two.", later);
    expect(await write(lee, "To the first.", later, last)).toMatchObject({ ok: true });
    const { messages, unread } = await office();
    expect(messages.filter(({ id }) => unread.includes(id)).map(({ words }) => words)).toEqual(["Two."]);
    expect(await mailsTo(lee.accountId, "message_to_office")).toEqual([
      expect.objectContaining({ readAt: expect.any(Date) as Date }),
    ]);
  });

  test("never read a message before it was written, however late its writing was seen", async () => {
    await accept();
    await write(chan, "One.", later);
    const [last = ""] = (await office()).unread;
    const marked = { filingId: filing.filingId, last };
    expect(await markCaseMessagesRead(lee, marked, monday)).toMatchObject({ ok: true });
    expect((await office()).messages[0]?.readAt).toEqual(later);
  });

  test("tell whoever took the filing over, though a colleague was told before", async () => {
    await accept();
    await write(chan, "One.");
    expect(await takeOverFiling(ho, await seen(filing.filingId), monday)).toMatchObject({ ok: true });
    await write(chan, "Two.", later);
    await write(chan, "Three.", later);
    expect(await mailsTo(lee.accountId, "message_to_office")).toHaveLength(1);
    expect(await mailsTo(ho.accountId, "message_to_office")).toHaveLength(1);
  });

  test("are read by staff on record", async () => {
    const looked = async () => {
      await viewExamination(lee, filing.reference, monday);
      const where = { object: `filing:${filing.filingId}`, action: "view_filing" };
      return (await database.auditEntry.findFirst({ where, orderBy: { seq: "desc" } }))?.fields;
    };
    expect(await looked()).not.toContain("messages");
    await write(chan, "One.");
    expect(await looked()).toContain("messages");
  });

  test("leave a trace in both histories and in the audit, without a word of what they wrote", async () => {
    await write(chan, "A canary sings.");
    const status = await viewStatus(chan, filing.reference, monday);
    const examination = await viewExamination(lee, filing.reference, monday);
    expect(status.ok && status.value.events[0]).toMatchObject({ type: "message_written", actor: "applicant" });
    expect(examination.ok && examination.value.events[0]).toMatchObject({ type: "message_written" });
    const trails = await Promise.all([
      database.event.findMany({ where: { filingId: filing.filingId } }),
      database.auditEntry.findMany({ where: { object: `filing:${filing.filingId}` } }),
      database.caseMessage.findMany({ where: { filingId: filing.filingId }, select: { words: true } }),
    ]);
    const text = JSON.stringify(trails, (_, it: unknown) => (typeof it === "bigint" ? String(it) : it));
    expect(text).toContain("write_message");
    expect(text).not.toContain("canary");
    expect(Buffer.from(trails[2][0]?.words ?? []).toString("latin1")).not.toContain("canary");
  });

  test("change nothing of the filing", async () => {
    const before = await filingNow(filing.filingId);
    await write(chan, "Please correct my name.");
    await write(lee, "We will ask for it.");
    expect(await filingNow(filing.filingId)).toEqual(before);
  });
});

describe("a message of the applicant", () => {
  test("waits in the queue until whoever examines marks it as read, up to what stood on their page", async () => {
    const unreadInQueue = async () => {
      const { groups } = await listReviewQueue(lee, { lane: "all", field: null, state: null, after: "" }, monday);
      return groups.flatMap(({ rows }) => rows).find(({ reference }) => reference === filing.reference)?.unread;
    };
    await write(chan, "One.");
    const [last = ""] = (await office()).unread;
    await write(chan, "Two.", later);
    expect(await unreadInQueue()).toBe(2);

    await accept();
    const marked = { filingId: filing.filingId, last };
    expect(await markCaseMessagesRead(ho, marked, later)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await markCaseMessagesRead(lee, marked, later)).toMatchObject({ ok: true });
    expect(await unreadInQueue()).toBe(1);
    expect((await office(ho)).unread).toHaveLength(1);
  });

  test("becomes an item of the request, in the words the reviewer chose, and only so is anything changed", async () => {
    await accept();
    await write(chan, "My institution has a new name.");
    const check = "institution";
    const item = { filingId: filing.filingId, check, text: "Send the new name of the institution.", revisions: {} };
    expect(await makeItem(ho, item, monday)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await makeItem(lee, { ...item, check: "nothing" }, monday)).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await makeItem(lee, item, monday)).toMatchObject({ ok: true });
    // What was found before stays as history.
    const again = { ...item, text: "Send its new name." };
    expect(await makeItem(lee, again, monday)).toMatchObject({ refusal: { code: "stale" } });
    expect(await makeItem(lee, { ...again, revisions: { institution: 1 } }, monday)).toMatchObject({ ok: true });

    const examination = await viewExamination(lee, filing.reference, monday);
    const found = examination.ok && examination.value.checks.find(({ key }) => key === check);
    expect(found).toMatchObject({ finding: { result: "missing", note: "Send its new name.", revision: 2 } });
    const request = { outcome: "decide_on_file", checks: ["institution"], texts: ["Send its new name."] } as const;
    const sent = {
      ...(await seen(filing.filingId)),
      ...request,
      checks: [...request.checks],
      texts: [...request.texts],
    };
    expect(await requestInformation(lee, sent, monday)).toMatchObject({ ok: true });
  });
});

describe("nobody writes or reads", () => {
  test("about a filing that is not theirs to see", async () => {
    const wong = await professional("黃小玲");
    const tam = await staff("Tam", ["examine"], "tax");
    await write(chan, "A canary sings.");
    for (const stranger of [wong, tam]) {
      expect(await write(stranger, "Hello.")).toMatchObject({ refusal: { code: "not_found" } });
      const last = (await office()).unread[0] ?? "";
      const marked = await markCaseMessagesRead(stranger, { filingId: filing.filingId, last }, monday);
      expect(marked).toMatchObject({ refusal: { code: "not_found" } });
    }
    expect(await viewMyCaseMessages(wong, filing.reference, monday)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await viewCaseMessages(tam, filing.filingId)).toMatchObject({ refusal: { code: "not_found" } });
  });

  test("in a draft, on hold, or after the end; what was written before stays to be read", async () => {
    const draft = await draftWithConsent(await professional("黃小玲"));
    expect(await writeCaseMessage(lee, { filingId: draft, words: "Hello." }, monday)).toMatchObject({
      refusal: { code: "not_found" },
    });
    await write(chan, "Before the hold.");
    const held = { ...(await seen(filing.filingId)), reason: "awaiting_outside_answer" } as const;
    expect(await holdFiling(ho, held, monday)).toMatchObject({ ok: true });
    for (const who of [chan, lee]) {
      expect(await write(who, "Now.")).toMatchObject({ refusal: { code: "unmet", condition: "not_held" } });
    }
    expect(await withdrawFiling(chan, await seen(filing.filingId), monday)).toMatchObject({ ok: true });
    for (const who of [chan, lee])
      expect(await write(who, "Now.")).toMatchObject({ refusal: { code: "wrong_status" } });
    expect((await mine()).messages.map(({ words }) => words)).toEqual(["Before the hold."]);
  });

  test("more than a filing may hold", async () => {
    const { words, accountId } = await write(chan, "One.").then(() =>
      database.caseMessage.findFirstOrThrow({ where: { filingId: filing.filingId } }),
    );
    await database.caseMessage.createMany({
      data: Array.from({ length: mostMessages - 1 }, () => ({
        filingId: filing.filingId,
        side: "applicant" as const,
        accountId,
        words,
        writtenAt: monday,
      })),
    });
    expect(await write(chan, "One too many.")).toMatchObject({ refusal: { code: "too_many_requests" } });
  });
});

test("a message stays as it was written, whoever asks the database", async () => {
  await write(chan, "One.");
  const where = { filingId: filing.filingId };
  const { id } = await database.caseMessage.findFirstOrThrow({ where });
  await expect(database.caseMessage.deleteMany({ where })).rejects.toThrow("stays as it was written");
  const words = new Uint8Array([1]);
  await expect(database.caseMessage.update({ where: { id }, data: { words } })).rejects.toThrow(
    "stays as it was written",
  );
  await database.caseMessage.update({ where: { id }, data: { readAt: later } });
  await expect(database.caseMessage.update({ where: { id }, data: { readAt: null } })).rejects.toThrow(
    "stays as it was written",
  );
});

test("what was written is in the copy of one's data, and goes with the person", async () => {
  await write(lee, "Office words.");
  await write(chan, "Own words.", later);
  const copy = await exportMyData(chan, "json", monday);
  expect(copy.filings[0]?.messages.map(({ from, words }) => [from, words])).toEqual([
    ["office", "Office words."],
    ["applicant", "Own words."],
  ]);
  const decline = { ...(await seen(filing.filingId)), reasons: ["not_on_list" as const], note: "It is not." };
  expect(await declineAcceptance(lee, decline, monday)).toMatchObject({ ok: true });
  await askErasure(chan, { understood: "yes" }, monday);
  expect(await database.caseMessage.count({ where: { filingId: filing.filingId } })).toBe(2);
  await carryOutErasures(new Date("2028-11-24T02:00:00Z"));
  expect(await database.caseMessage.count({ where: { filingId: filing.filingId } })).toBe(0);
  expect((await office()).messages).toEqual([]);
});
