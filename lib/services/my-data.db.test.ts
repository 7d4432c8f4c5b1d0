import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { linkIdentity } from "@/lib/data/external-identities";
import type { Professional, Staff } from "@/lib/domain/actor";
import {
  completeDraft,
  professional,
  openOffice,
  monday,
  staff,
  submittedFiling,
  type Submitted,
} from "@/prisma/testing/review-office";
import { answerRequest, viewDataRequests } from "./answer-data-request";
import { askCorrection, askErasure } from "./ask-about-data";
import { askConfirmation } from "./ask-confirmation";
import { carryOutErasures } from "./carry-out-erasures";
import { declineAcceptance } from "./decline-acceptance";
import { exportMyData } from "./export-my-data";
import { withdrawConsent } from "./give-consent";
import { renderMyData } from "./render-my-data";
import { revealIdentityNumber } from "./reveal-identity-number";
import { viewExamination } from "./view-examination";
import { viewMyData } from "./view-my-data";

const understood = { understood: "yes" as const };

let lee: Staff;
let chan: Professional;
let filing: Submitted;

beforeAll(openOffice);

beforeEach(async () => {
  lee = await staff("Lee", ["examine", "decide"]);
  chan = await professional();
  filing = await submittedFiling(monday, { employer_note: "Only Chan knows" }, chan);
});

const refused = async (now = monday) => {
  const { filingId, version } = filing;
  const done = await declineAcceptance(lee, { filingId, version, reasons: ["not_on_list"], note: "It is not." }, now);
  expect(done.ok).toBe(true);
};

const manyMails = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    dedupeKey: `many:${at}`,
    accountId: chan.accountId,
    email: chan.email,
    locale: "en" as const,
    template: "filing_submitted",
    params: {},
    state: "sent" as const,
    createdAt: monday,
  }));

describe("somebody who asks what is held of them", () => {
  test("reads every look of staff at their filing and their numbers, and nobody else does", async () => {
    const wong = await professional("黃小玲");
    await viewExamination(lee, filing.reference, monday);
    await viewExamination(lee, filing.reference, monday);
    await revealIdentityNumber(lee, { filingId: filing.filingId, reason: "compare_with_paper" });

    const { looks } = await viewMyData(chan, monday);
    expect(looks).toEqual([
      expect.objectContaining({ action: "reveal_identity_number", why: "compare_with_paper", times: 1 }),
      expect.objectContaining({ action: "view_filing", times: 2, field: "construction" }),
    ]);
    expect((await viewMyData(wong, monday)).looks).toEqual([]);
  });

  test("takes a copy with all of it, numbers masked, and with nothing of anybody else", async () => {
    const wong = await professional("黃小玲");
    await submittedFiling(monday, { employer_note: "Only Wong knows" }, wong);
    const { filingId } = filing;
    const email = "boss@wharf.example";
    await askConfirmation(chan, { filingId, at: 0, seen: 1, relation: "employer", email, locale: "en" }, monday);
    await database.mail.createMany({ data: manyMails(1001) });
    const identity = { issuer: "https://identity.example", subject: "chan-there" };
    await linkIdentity(database, chan.accountId, identity, monday);
    await linkIdentity(database, wong.accountId, { ...identity, subject: "wong-there" }, monday);
    const copy = await exportMyData(chan, "json", monday);
    expect(copy.messages.length).toBeGreaterThan(1001);
    expect(copy.account.digital_identities).toEqual([{ ...identity, linked_at: monday.toISOString() }]);
    const text = JSON.stringify(copy);
    for (const own of [chan.email, email, filing.reference, "Only Chan knows", "filing_submitted"])
      expect(text).toContain(own);
    for (const other of [wong.email, wong.personId, wong.accountId, "Only Wong knows", "黃小玲"]) {
      expect(text).not.toContain(other);
    }
    expect(text).not.toMatch(/A10\d+/);
    expect(text).toMatch(/"number_masked":"A10\*+/);
    expect((await viewMyData(chan, monday)).acts).toEqual([expect.objectContaining({ action: "download_my_data" })]);
  });

  test("reads the name they had before, until it is erased with the rest", async () => {
    const lam = await professional("林嘉欣");
    const answers = { former_name_zh: "王嘉欣", former_surname: "Wong", former_given_names: "Ka Yan" };
    const { filingId, version } = await submittedFiling(monday, answers, lam);
    const before = { nameZh: "王嘉欣", surname: "Wong", givenNames: "Ka Yan" };
    expect((await viewMyData(lam, monday)).profile.formerNames).toEqual(before);
    expect((await exportMyData(lam, "json", monday)).former_names).toMatchObject({ in_chinese: "王嘉欣" });

    await declineAcceptance(lee, { filingId, version, reasons: ["not_on_list"], note: "It is not." }, monday);
    await askErasure(lam, understood, monday);
    await carryOutErasures(new Date("2028-11-24T02:00:00Z"));
    expect(await database.person.findUnique({ where: { id: lam.personId } })).toMatchObject({
      formerNameZh: null,
      formerSurname: null,
      formerGivenNames: null,
      formerSearchKey: "",
    });
  });

  test("reads the copy on paper, a rare character included", { timeout: 30_000 }, async () => {
    const compose = () =>
      Promise.resolve({
        lang: "zh-Hant" as const,
        office: "前海備案",
        title: "所存個人資料",
        number: null,
        intro: ["陳大文 𨋢 \u{10FFFD}"],
        sections: Array.from({ length: 12 }, (_, at) => ({
          title: `申請 ${at}`,
          rows: Array.from({ length: 12 }, () => ({ label: "職位", lines: ["Senior Architect 高級建築師"] })),
        })),
        footing: "應要求製作",
      });
    const { bytes, type } = await renderMyData(chan, "pdf", compose, monday);
    expect(type).toBe("application/pdf");
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    expect(document.numPages).toBeGreaterThan(2);
    const { items } = await (await document.getPage(1)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    expect(text).toContain("陳大文 𨋢 〓");
    expect(text).toContain(`1 / ${document.numPages}`);
  });

  test("takes a consent back from the one page", async () => {
    expect(await withdrawConsent(chan, { filingId: filing.filingId, purpose: "publication" }, monday)).toMatchObject({
      ok: true,
    });
    const { consents } = await viewMyData(chan, monday);
    expect(consents.find(({ purpose }) => purpose === "publication")?.withdrawnAt).toEqual(monday);
    expect(consents.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(2);
  });
});

describe("a correction", () => {
  test("is answered within its days by somebody else, who must say why they refuse", async () => {
    const words = "My surname is CHEN.";
    expect(await askCorrection(chan, { subject: "names", words }, monday)).toMatchObject({ ok: true });
    const [asked] = (await viewMyData(chan, monday)).requests;
    expect(asked).toMatchObject({ state: "open", words, dueOn: "2026-12-14", latestOn: "2027-01-02" });
    const stored = await database.dataRequest.findUniqueOrThrow({ where: { id: asked?.id ?? "" } });
    expect(Buffer.from(stored.words ?? []).toString()).not.toContain("CHEN");

    const answer = { requestId: asked?.id ?? "", outcome: "refused" as const, answer: "Your card says CHAN." };
    const cheung = await staff("Cheung", ["manage_people"], null);
    const self: Staff = { ...cheung, personId: chan.personId };
    for (const refusedPerson of [self, lee]) {
      expect(await answerRequest(refusedPerson, answer, monday)).toMatchObject({ refusal: { code: "not_found" } });
    }
    expect(await viewDataRequests(lee)).toMatchObject({ refusal: { code: "not_found" } });
    const desk = await viewDataRequests(cheung);
    expect(desk.ok && desk.value.find(({ id }) => id === asked?.id)).toMatchObject({ words, email: chan.email });
    const { looks, acts } = await viewMyData(chan, monday);
    expect(looks).toEqual([expect.objectContaining({ action: "view_data_requests", times: 1, filing: null })]);
    expect(acts.map(({ action }) => action)).toEqual(["ask_correction"]);
    expect(await answerRequest(cheung, answer, monday)).toMatchObject({ ok: true });
    expect(await answerRequest(cheung, answer, monday)).toMatchObject({ refusal: { code: "not_found" } });

    expect((await viewMyData(chan, monday)).requests[0]).toMatchObject({ state: "refused", answer: answer.answer });
    expect(await database.mail.count({ where: { accountId: chan.accountId, template: "data_request_answered" } })).toBe(
      1,
    );
  });
});

describe("an erasure", () => {
  test("of somebody who only has a draft takes everything at once and closes the account", async () => {
    const wong = await professional("黃小玲");
    const draft = await completeDraft(wong, monday);
    await linkIdentity(database, wong.accountId, { issuer: "https://identity.example", subject: "wong" }, monday);
    expect(await askErasure(wong, understood, monday)).toEqual({ ok: true, value: { isClosed: true } });
    expect(await database.filing.count({ where: { id: draft } })).toBe(0);
    expect(await database.account.findUnique({ where: { id: wong.accountId } })).toMatchObject({
      email: `${wong.accountId}@erased.invalid`,
      status: "disabled",
    });
    expect(await database.person.findUnique({ where: { id: wong.personId } })).toMatchObject({
      nameZh: null,
      searchKey: "",
      sealKey: null,
    });
    expect(await database.externalIdentity.count({ where: { accountId: wong.accountId } })).toBe(0);
  });

  test("leaves a filing that is being examined whole, and says that it must stay", async () => {
    expect(await askErasure(chan, understood, monday)).toEqual({ ok: true, value: { isClosed: false } });
    expect(await askErasure(chan, understood, monday)).toMatchObject({ refusal: { code: "wrong_status" } });
    expect(await database.mail.count({ where: { accountId: chan.accountId, template: "erasure_asked" } })).toBe(1);
    await carryOutErasures(new Date("2027-11-23T02:00:00Z"));
    const { kept, requests } = await viewMyData(chan, monday);
    expect(kept[0]).toEqual({ reason: "open_filing", about: filing.reference, until: null });
    expect(requests[0]).toMatchObject({ kind: "erasure", state: "open" });
    expect(await database.document.count({ where: { filingId: filing.filingId, destroyedAt: null } })).not.toBe(0);
  });

  test("goes on by itself: identity papers after thirty days, all of it after two years, twice without harm", async () => {
    await refused();
    await askErasure(chan, understood, monday);
    const destroyed = () =>
      database.document.findMany({ where: { filingId: filing.filingId, destroyedAt: { not: null } } });
    expect(await destroyed()).toEqual([]);

    await carryOutErasures(new Date("2026-12-24T02:00:00Z"));
    await carryOutErasures(new Date("2026-12-24T03:00:00Z"));
    const identity = await destroyed();
    expect(identity.map(({ evidenceKey }) => evidenceKey).sort()).toEqual(["id_hkid", "travel_permit"]);
    expect(identity.every(({ wrappedKey }) => wrappedKey?.length === 0)).toBe(true);

    await carryOutErasures(new Date("2028-11-24T02:00:00Z"));
    expect(await database.document.count({ where: { filingId: filing.filingId, destroyedAt: null } })).toBe(0);
    expect(await database.answer.count({ where: { filingId: filing.filingId } })).toBe(0);
    expect(await database.identityDocument.count({ where: { personId: chan.personId } })).toBe(0);
    expect(await database.person.findUnique({ where: { id: chan.personId } })).toMatchObject({ sealKey: null });
    expect(await database.dataRequest.findFirst({ where: { personId: chan.personId } })).toMatchObject({
      state: "done",
    });
    // The trails name nobody and stay.
    expect(await database.event.count({ where: { filingId: filing.filingId } })).toBeGreaterThan(0);
  });

  test("cannot reach the answers of a filing that still runs", async () => {
    await expect(
      database.$transaction([
        database.$queryRaw`SELECT set_config('office.erases', ${filing.filingId}, true)`,
        database.answer.deleteMany({ where: { filingId: filing.filingId } }),
      ]),
    ).rejects.toThrow();
  });
});
