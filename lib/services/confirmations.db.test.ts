import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/lib/data/client";
import type { Professional } from "@/lib/domain/actor";
import { lastDayOf } from "@/lib/domain/confirmation/link-days";
import type { AskConfirmationInput } from "@/lib/domain/confirmation/schema";
import * as clock from "@/lib/ports/clock";
import { linkToken } from "@/lib/ports/links";
import {
  completeDraft,
  filingNow,
  monday,
  openOffice,
  professional,
  staff,
  submittedFiling,
} from "@/prisma/testing/review-office";
import { answerConfirmation, viewLink } from "./answer-confirmation";
import { askConfirmation, endConfirmation } from "./ask-confirmation";
import { deleteDraft } from "./delete-draft";
import { holdFiling } from "./hold-filing";
import { renderMail } from "./mail/render-mail";
import { openForm } from "@/prisma/testing/filing-scene";
import { saveJob } from "./save-answers";
import { submitFiling } from "./submit-filing";
import { viewConfirmations } from "./view-confirmations";
import { viewExamination } from "./view-examination";
import { viewStatus } from "./view-status";
import { withdrawFiling } from "./withdraw-filing";

beforeAll(openOffice);
afterEach(() => vi.restoreAllMocks());

let chan: Professional;
let draft: string;
let boxes = 0;
let boss: string;

beforeEach(async () => {
  chan = await professional();
  draft = await completeDraft(chan, monday);
  boss = `boss.${++boxes}@harbour.example`;
});

const asking = (differing: Partial<AskConfirmationInput> = {}): AskConfirmationInput => ({
  filingId: draft,
  at: 0,
  seen: 1,
  relation: "employer",
  email: boss,
  locale: "zh-Hant",
  ...differing,
});

/** Asks, and gives the secret part of the link as the mail carries it. */
async function ask(differing: Partial<AskConfirmationInput> = {}): Promise<string> {
  const asked = await askConfirmation(chan, asking(differing), monday);
  expect(asked).toMatchObject({ ok: true });
  const latest = await database.confirmation.findFirstOrThrow({
    where: { filingId: draft, state: "sent" },
    select: { id: true, email: true },
  });
  const letter = await database.mail.findUniqueOrThrow({
    where: { dedupeKey: `confirmation:${latest.id}` },
    select: { params: true, email: true },
  });
  expect(letter.email).toBe(latest.email);
  const { link } = await renderMail({
    template: "confirmation_asked",
    locale: "zh-Hant",
    params: letter.params as Record<string, unknown>,
  });
  return link.path.replace("/zh-Hant/l/", "");
}

const visitor = {};
const yes = (token: string) => ({ token, answer: "confirmed" as const, name: "Ho Siu Ming", position: "Director" });
const no = (token: string) => ({ ...yes(token), answer: "not_correct" as const, words: "She left in 2019." });
const whatIs = async (token: string) => (await viewLink(token)).is;
const answersOf = (filingId: string) =>
  database.confirmation.findMany({
    where: { filingId },
    select: { state: true, answer: true },
    orderBy: { expiresAt: "asc" },
  });

describe("an employer with a link", () => {
  test("sees the name and the one post, may look as often as they like, and confirms once", async () => {
    const token = await ask();
    for (let look = 0; look < 3; look += 1) {
      expect(await viewLink(token)).toEqual({
        is: "open",
        relation: "employer",
        names: { nameZh: "陳大文", surname: "CHAN", givenNames: "Tai Man" },
        post: { employer: "Harbour Architects Ltd", role: "Architect", from: "2016-01", to: "", share: "100" },
        expiresAt: expect.any(Date),
      });
    }
    expect(await answersOf(draft)).toEqual([{ state: "sent", answer: null }]);

    expect(await answerConfirmation(visitor, yes(token), monday)).toMatchObject({ ok: true });
    expect(await whatIs(token)).toBe("answered");
    const view = await viewConfirmations(chan, draft);
    expect(view.ok && view.value.posts[0]?.last).toMatchObject({
      standing: "confirmed",
      answered: { name: "Ho Siu Ming", position: "Director", words: null },
    });
  });

  test("says what is not correct, and the professional is told by mail", async () => {
    const token = await ask();
    await answerConfirmation(visitor, no(token), monday);
    const view = await viewConfirmations(chan, draft);
    expect(view.ok && view.value.posts[0]?.last).toMatchObject({
      standing: "not_correct",
      answered: { words: "She left in 2019." },
    });
    expect(await database.mail.count({ where: { accountId: chan.accountId, template: "confirmation_answered" } })).toBe(
      1,
    );
  });

  test("who clicks twice has answered once, and nobody changes an answer with a used link", async () => {
    const token = await ask();
    const clicks = await Promise.all([1, 2, 3].map(() => answerConfirmation(visitor, yes(token), monday)));
    expect(clicks.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await database.mail.count({ where: { accountId: chan.accountId } })).toBe(1);
    expect(await answerConfirmation(visitor, no(token), monday)).toMatchObject({ refusal: { code: "wrong_status" } });
    expect(await answersOf(draft)).toEqual([{ state: "answered", answer: "confirmed" }]);
  });

  test("has no way to change an answer, not even by SQL", async () => {
    const token = await ask();
    await answerConfirmation(visitor, yes(token), monday);
    await expect(
      database.$executeRaw`UPDATE "confirmation" SET "answer" = 'not_correct', "words" = 'x' WHERE "filing_id" = ${draft}::uuid`,
    ).rejects.toThrow();
  });
});

describe("a link works no more", () => {
  test("once it was sent again: only the newer one does", async () => {
    const first = await ask();
    const second = await ask();
    expect(second).not.toBe(first);
    expect(await whatIs(first)).toBe("dead");
    expect(await answerConfirmation(visitor, yes(first), monday)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await whatIs(second)).toBe("open");
    expect((await answersOf(draft)).map(({ state }) => state)).toEqual(["asked_again", "sent"]);
  });

  test("once another address was named", async () => {
    const first = await ask();
    await ask({ email: `other.${boxes}@harbour.example` });
    expect(await whatIs(first)).toBe("dead");
    expect((await answersOf(draft)).map(({ state }) => state)).toEqual(["cancelled", "sent"]);
  });

  test("after its fourteenth day, which its mail and its page both name as the last", async () => {
    const at = (moment: string) => vi.spyOn(clock, "wallTime").mockReturnValue(new Date(moment));
    at("2026-11-23T02:00:00Z");
    const token = await ask();
    const view = await viewLink(token);
    expect(view.is === "open" && lastDayOf(view.expiresAt)).toBe("2026-12-07");
    const letter = await database.mail.findFirstOrThrow({ where: { email: boss } });
    expect(letter.params).toMatchObject({ dueOn: "2026-12-07" });

    at("2026-12-07T15:59:59Z");
    expect(await whatIs(token)).toBe("open");
    at("2026-12-07T16:00:00Z");
    expect(await whatIs(token)).toBe("dead");
    expect(await answerConfirmation(visitor, yes(token), monday)).toMatchObject({ refusal: { code: "not_found" } });
  });

  test("once the professional took it back, or changed the post", async () => {
    const token = await ask();
    const view = await viewConfirmations(chan, draft);
    const confirmationId = (view.ok && view.value.posts[0]?.last?.id) || "";
    expect(await endConfirmation(chan, { filingId: draft, confirmationId }, monday)).toMatchObject({ ok: true });
    expect(await whatIs(token)).toBe("dead");

    const again = await ask();
    const job = { employer: "Harbour Architects Ltd", role: "Partner", from_month: "2016-1", current: "yes" as const };
    const form = await openForm(chan, draft, "experience", monday);
    expect(await saveJob(chan, { ...form, ...job, at: 0, share: "100" }, monday)).toMatchObject({ ok: true });
    expect(await whatIs(again)).toBe("dead");
    const after = await viewConfirmations(chan, draft);
    expect(after.ok && after.value.others).toHaveLength(2);
  });

  test("of anybody's making: no guess opens anything", async () => {
    for (const token of ["", "x", "../filings", "a".repeat(43), linkToken("confirmation", draft)]) {
      expect(await whatIs(token)).toBe("dead");
    }
  });

  test("once the filing has ended or its draft was deleted; while it is on hold the link rests", async () => {
    const token = await ask();
    const submitted = await submitFiling(chan, { filingId: draft, version: 1 }, monday);
    expect(submitted.ok).toBe(true);
    const ho = await staff("Ho Mei Yee", ["examine", "hold"]);
    await holdFiling(ho, { filingId: draft, version: 2, reason: "awaiting_outside_answer" }, monday);
    expect(await whatIs(token)).toBe("paused");
    expect(await answerConfirmation(visitor, yes(token), monday)).toMatchObject({
      refusal: { code: "unmet", condition: "not_held" },
    });

    await withdrawFiling(chan, { filingId: draft, version: (await filingNow(draft)).version }, monday);
    expect(await whatIs(token)).toBe("dead");

    draft = await completeDraft(chan, monday);
    const other = await ask();
    expect(await deleteDraft(chan, { filingId: draft })).toMatchObject({ ok: true });
    expect(await whatIs(other)).toBe("dead");
  });
});

describe("a submitted filing", () => {
  test("still takes the answer, shows it to the reviewer and tells it in its trail", async () => {
    const token = await ask({ email: "chan.boss@gmail.com" });
    const submitted = await submitFiling(chan, { filingId: draft, version: 1 }, monday);
    const reference = submitted.ok ? submitted.value.reference : "";
    expect(await answerConfirmation(visitor, no(token), monday)).toMatchObject({ ok: true });

    const lee = await staff("Lee Ka Fai", ["examine"]);
    const examination = await viewExamination(lee, reference, monday);
    expect(examination.ok && examination.value.confirmations).toMatchObject([
      { standing: "not_correct", warnings: ["free_mail"], isCurrent: true, answered: { words: "She left in 2019." } },
    ]);
    const status = await viewStatus(chan, reference, monday);
    expect(status.ok && status.value.events.map(({ type }) => type)).toEqual([
      "confirmation_answered",
      "filing_submitted",
    ]);
  });

  test("lets people be asked until it is decided", async () => {
    const { filingId, applicant } = await submittedFiling(monday);
    const asked = asking({ filingId });
    expect(await askConfirmation(applicant, asked, monday)).toMatchObject({ ok: true });
    await withdrawFiling(applicant, { filingId, version: 2 }, monday);
    expect(await askConfirmation(applicant, asked, monday)).toMatchObject({ refusal: { code: "wrong_status" } });
  });
});

test("a reviewer learns whether the employer has answered for others from the same domain", async () => {
  const confirmFrom = async (email: string) => {
    const { filingId, applicant, reference } = await submittedFiling(monday);
    [chan, draft] = [applicant, filingId];
    const token = await ask({ email });
    await answerConfirmation(visitor, yes(token), monday);
    const lee = await staff("Lee Ka Fai", ["examine"]);
    const view = await viewExamination(lee, reference, monday);
    return view.ok ? view.value.confirmations[0]?.domain : null;
  };
  await database.confirmation.deleteMany();
  expect(await confirmFrom("a@harbour-architects.example")).toBe("unknown");
  expect(await confirmFrom("b@harbour-architects.example")).toBe("known");
  expect(await confirmFrom("c@harbour-architect.example")).toBe("other");
});

describe("nobody is asked", () => {
  test("by somebody whose filing it is not", async () => {
    const wong = await professional("黃小玲");
    expect(await askConfirmation(wong, asking(), monday)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await viewConfirmations(wong, draft)).toMatchObject({ refusal: { code: "not_found" } });
    await ask();
    const confirmationId = (await database.confirmation.findFirstOrThrow({ where: { filingId: draft } })).id;
    const taken = await endConfirmation(wong, { filingId: draft, confirmationId }, monday);
    expect(taken).toMatchObject({ refusal: { code: "not_found" } });
    // Nor does the owner of one filing reach the links of another.
    const mine = await completeDraft(wong, monday);
    expect(await endConfirmation(wong, { filingId: mine, confirmationId }, monday)).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("about a post that has changed since it was shown, or is not there", async () => {
    expect(await askConfirmation(chan, asking({ seen: 0 }), monday)).toMatchObject({ refusal: { code: "stale" } });
    expect(await askConfirmation(chan, asking({ at: 5 }), monday)).toMatchObject({ refusal: { code: "stale" } });
  });

  test("more than five times a day at one address, whoever asks", async () => {
    for (let time = 0; time < 5; time += 1) await ask();
    expect(await askConfirmation(chan, asking(), monday)).toMatchObject({ refusal: { code: "too_many_requests" } });
    expect(await database.mail.count({ where: { email: boss } })).toBe(5);
  });
});

test("the secret of a link stands nowhere in the database", async () => {
  const token = await ask();
  const [{ found }] = await database.$queryRaw<[{ found: number }]>`
    SELECT (SELECT count(*) FROM "mail" WHERE "params"::text LIKE ${`%${token}%`})::int
      + (SELECT count(*) FROM "confirmation" c WHERE c::text LIKE ${`%${token}%`})::int AS found`;
  expect(found).toBe(0);
});
