import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { settleMail } from "@/lib/data/mailbox";
import { queueMail } from "@/lib/data/mails";
import type { Professional } from "@/lib/domain/actor";
import { monday, openOffice, professional, staff, submittedFiling } from "@/prisma/testing/review-office";
import { countNewMessages, listUndelivered, viewInbox, viewMessage, viewUnreached } from "./view-messages";

let chan: Professional;

beforeAll(openOffice);

beforeEach(async () => {
  chan = await professional();
});

const write = (accountId: string) =>
  transaction((db) =>
    queueMail(db, {
      dedupeKey: randomUUID(),
      accountId,
      template: "filing_submitted",
      params: {
        reference: "QH-2026-000123-C",
        qualification: { en: "Architect", "zh-Hant": "建築師", "zh-Hans": "建筑师" },
        dueOn: "2026-12-01",
      },
      at: monday,
    }),
  );

describe("the inbox", () => {
  test("holds what was written to its owner, counts what is new, and says it in the language of the screen", async () => {
    await write(chan.accountId);
    expect(await countNewMessages(chan)).toBe(1);
    const [line] = (await viewInbox(chan, null, "en")).lines;
    expect(line).toMatchObject({ subject: "We have received your filing QH-2026-000123-C", isRead: false });

    const traditional = await viewMessage(chan, line?.id ?? "", "zh-Hant");
    const simplified = await viewMessage(chan, line?.id ?? "", "zh-Hans");
    expect(traditional.ok && traditional.value.sentences.join("")).toContain("建築師");
    expect(simplified.ok && simplified.value.sentences.join("")).toContain("建筑师");
    expect(simplified.ok && simplified.value.link.path).toMatch(/^\/zh-Hans\//);

    expect(await countNewMessages(chan)).toBe(0);
    expect((await viewInbox(chan, null, "en")).lines[0]).toMatchObject({ isRead: true });
  });

  test("shows nobody what was written to somebody else, nor counts it as read", async () => {
    await write(chan.accountId);
    const [line] = (await viewInbox(chan, null, "en")).lines;
    const wong = await professional("黃小玲");
    expect((await viewInbox(wong, null, "en")).lines).toEqual([]);
    expect(await viewMessage(wong, line?.id ?? "", "en")).toMatchObject({ refusal: { code: "not_found" } });
    expect(await countNewMessages(chan)).toBe(1);
  });

  test("gives older messages page by page, each once", async () => {
    for (let at = 0; at < 27; at++) await write(chan.accountId);
    const first = await viewInbox(chan, null, "en");
    const second = await viewInbox(chan, first.next, "en");
    expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(27);
    expect(second.next).toBeNull();
  });
});

describe("a mail that no server takes", () => {
  test("is seen by its reader, by staff, and by whoever examines the filing, and by no other reviewer", async () => {
    const filing = await submittedFiling(monday, {}, chan);
    const mail = await database.mail.findFirstOrThrow({ where: { accountId: chan.accountId } });
    const lee = await staff("Lee", ["examine"]);
    expect(await viewUnreached(lee, filing.filingId)).toBeNull();

    await settleMail(database, mail.id, "failed", monday);
    expect((await viewInbox(chan, null, "en")).lines[0]).toMatchObject({ hasFailed: true });
    expect(await viewMessage(chan, mail.id, "en")).toMatchObject({ value: { state: "failed", email: chan.email } });
    expect(await listUndelivered(lee, "en")).toMatchObject({ refusal: { code: "not_found" } });
    const undelivered = await listUndelivered(await staff("Cheung", ["manage_people"], null), "en");
    expect(undelivered.ok && undelivered.value).toContainEqual(
      expect.objectContaining({ id: mail.id, email: chan.email }),
    );
    expect(await viewUnreached(lee, filing.filingId)).toEqual({ count: 1, last: monday });
    expect(await viewUnreached(await staff("Tam", ["examine"], "accounting"), filing.filingId)).toBeNull();
  });
});
