import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Professional, Staff } from "@/lib/domain/actor";
import type { EvidenceKey } from "@/lib/domain/accreditation/evidence";
import type { PaperLanguage } from "@/lib/domain/document/chinese";
import { filesIn } from "@/lib/domain/document/papers";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { picture } from "@/prisma/testing/corpus";
import { attach, draftWithConsent, send } from "@/prisma/testing/papers-scene";
import { monday, openOffice, professional, staff } from "@/prisma/testing/review-office";
import { attachDocument } from "./attach-document";
import { listPapers } from "./list-papers";
import { sayLanguage } from "./say-language";
import { viewMyFiling } from "./view-my-filing";

let chan: Professional;
let wong: Professional;
let reviewer: Staff;
let filingId: string;

beforeAll(openOffice);
afterAll(closeFileInspection);
beforeEach(async () => {
  [chan, wong] = [await professional("陳大文"), await professional("黃小玲")];
  reviewer = await staff("Lee", ["examine"]);
  filingId = await draftWithConsent(chan);
});

const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
const paperOf = async (key: EvidenceKey, actor: Professional | Staff = chan) => {
  const papers = await listPapers(actor, filingId, monday);
  const paper = papers.ok && papers.value.papers.find((it) => it.key === key);
  if (!paper) throw new Error(`There is no ${key}.`);
  return paper;
};
const halvesOf = async (key: EvidenceKey) => (await paperOf(key)).parts.map(({ half }) => half);
const remarksOn = async (key: EvidenceKey) => {
  const filing = await viewMyFiling(chan, filingId, monday);
  return filing.ok && filing.value.selfTest.find(({ check }) => check === `paper:${key}`)?.remarks;
};
const say = (documentId: string, language: PaperLanguage, actor = chan) =>
  sayLanguage(actor, { documentId, language }, later(1));

describe("the Chinese version of a paper", () => {
  test("is asked for where the entry names it, until the paper is said to be in Chinese", async () => {
    const documentId = await attach(chan, filingId);
    expect(await remarksOn("registration_certificate")).toContainEqual(
      expect.objectContaining({ is: "chinese_missing", rule: "asked" }),
    );

    expect((await say(documentId, "chinese")).ok).toBe(true);
    expect((await paperOf("registration_certificate")).chinese).toEqual({ rule: "asked", language: "chinese" });
    expect(await remarksOn("registration_certificate")).not.toContainEqual(
      expect.objectContaining({ is: "chinese_missing" }),
    );
  });

  test("is asked for beside any paper in a third language, and can be put there only by its side", async () => {
    const letter = await attach(chan, filingId, { evidenceKey: "employment_proof" });
    expect(await halvesOf("employment_proof")).toEqual(["original"]);

    await say(letter, "other");
    expect(await halvesOf("employment_proof")).toEqual(["original", "translation"]);
    expect(await remarksOn("employment_proof")).toContainEqual(
      expect.objectContaining({ is: "chinese_missing", rule: "foreign" }),
    );
    await attach(chan, filingId, { evidenceKey: "employment_proof", half: "translation" }, later(2));
    expect(await remarksOn("employment_proof")).not.toContainEqual(expect.objectContaining({ is: "chinese_missing" }));
    const input = { filingId, evidenceKey: "employment_proof", name: "a.pdf", content: Buffer.from("%PDF") };
    expect(await attachDocument(chan, { ...input, half: "notarisation" }, later(3))).toEqual({
      ok: false,
      refusal: { code: "not_found" },
    });
  });

  test("is asked for as before when a better scan takes the place of the paper", async () => {
    const replaces = await attach(chan, filingId);
    await say(replaces, "chinese");
    await attach(chan, filingId, { name: "better.pdf", replaces }, later(2));
    expect((await paperOf("registration_certificate")).chinese.language).toBe("chinese");
  });

  test("is asked for by what is said of the paper, whichever of its files it is said at", async () => {
    await attach(chan, filingId);
    const second = await attach(chan, filingId, { name: "back.pdf" }, later(1));
    await say(second, "chinese");
    await attach(chan, filingId, { name: "annex.pdf" }, later(2));
    expect((await paperOf("registration_certificate")).chinese.language).toBe("chinese");
    expect(await remarksOn("registration_certificate")).not.toContainEqual(
      expect.objectContaining({ is: "chinese_missing" }),
    );
  });

  test("is nobody else's to speak of, nor of a translation, nor once the filing was sent", async () => {
    const documentId = await attach(chan, filingId);
    const translation = await attach(chan, filingId, { half: "translation" }, later(1));
    expect(await say(documentId, "chinese", wong)).toEqual({ ok: false, refusal: { code: "not_found" } });
    expect(await say(translation, "chinese")).toEqual({ ok: false, refusal: { code: "not_found" } });

    await send(chan, filingId, later(10));
    expect(await say(documentId, "chinese")).toEqual({ ok: false, refusal: { code: "wrong_status" } });
    expect(await database.document.findUniqueOrThrow({ where: { id: documentId } })).toMatchObject({ language: null });
  });
});

describe("a scan that is hard to read", () => {
  test("is taken, and the professional is told at once, on the page and in the self-test", async () => {
    const certificate = await attachDocument(
      chan,
      { filingId, evidenceKey: "registration_certificate", name: "card.jpg", content: await picture("jpeg", 400, 250) },
      monday,
    );
    expect(certificate).toMatchObject({ ok: true, value: { signs: ["blank", "small"] } });
    expect(filesIn((await paperOf("registration_certificate")).parts[0])[0]?.signs).toEqual(["blank", "small"]);
    expect(await remarksOn("registration_certificate")).toContainEqual({
      is: "hard_to_read",
      paper: "registration_certificate",
      half: "original",
      sign: "small",
    });
  });

  test("is told to the reviewer as well, who decides", async () => {
    await attach(chan, filingId, { name: "card.jpg", content: await picture("jpeg", 400, 250) });
    await send(chan, filingId, later(10));
    expect(filesIn((await paperOf("registration_certificate", reviewer)).parts[0])[0]?.signs).toEqual([
      "blank",
      "small",
    ]);
  });
});
