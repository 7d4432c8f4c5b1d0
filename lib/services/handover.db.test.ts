import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database, transaction } from "@/lib/data/client";
import { settleHandover } from "@/lib/data/handovers";
import { endSession, openSession } from "@/lib/data/sessions";
import type { Professional } from "@/lib/domain/actor";
import { brokenOffMinutes, handoverMinutes } from "@/lib/domain/document/handover";
import { filesIn } from "@/lib/domain/document/papers";
import { wallTime } from "@/lib/ports/clock";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { pdf } from "@/prisma/testing/corpus";
import { draftWithConsent, send } from "@/prisma/testing/papers-scene";
import { monday, openOffice, professional } from "@/prisma/testing/review-office";
import { attachByHandover } from "./attach-by-handover";
import { attachDocument } from "./attach-document";
import { listPapers } from "./list-papers";
import { removeDocument } from "./remove-document";
import { startHandover } from "./start-handover";
import { viewHandover, viewMyHandover } from "./view-handover";

let chan: Professional;
let wong: Professional;
let filingId: string;

beforeAll(openOffice);
afterAll(closeFileInspection);
beforeEach(async () => {
  [chan, wong] = [await professional("陳大文"), await professional("黃小玲")];
  filingId = await draftWithConsent(chan);
});

const part = { evidenceKey: "registration_certificate", half: "original" } as const;
const start = (actor = chan, id = filingId) => startHandover(actor, { filingId: id, ...part }, monday);
const mine = async () => {
  const viewed = await viewMyHandover(chan, filingId, "en");
  return viewed.ok ? viewed.value : null;
};
const tokenOf = async () => {
  const handover = await mine();
  const token = handover?.is === "open" && /\/en\/l\/([\w-]{43})\/paper$/.exec(handover.link)?.[1];
  if (!token) throw new Error("There is no open link.");
  return token;
};
const sendBy = (token: string, content = pdf()) =>
  attachByHandover(null, { token, name: "photo.pdf", content }, monday);
const current = async () => {
  const papers = await listPapers(chan, filingId, monday);
  const paper = papers.ok ? papers.value.papers.find(({ key }) => key === part.evidenceKey) : undefined;
  return filesIn(paper?.parts[0])[0] ?? null;
};
const notFound = { ok: false, refusal: { code: "not_found" } };

describe("a telephone that was handed over to", () => {
  test("sends the one paper it is for, and the computer shows that it arrived", async () => {
    expect(await mine()).toBeNull();
    await start();
    const token = await tokenOf();
    expect(await viewHandover(token)).toMatchObject({ is: "open", ...part });

    expect(await sendBy(token)).toMatchObject({ ok: true });
    expect(await current()).toMatchObject({ name: "photo.pdf" });
    expect(await mine()).toMatchObject({ is: "used", name: "photo.pdf" });
    expect(await viewHandover(token)).toEqual({ is: "used" });
  });

  test("learns nothing of whose paper it is", async () => {
    await start();
    const view = JSON.stringify(await viewHandover(await tokenOf()));
    for (const secret of [chan.personId, chan.accountId, chan.email, filingId]) expect(view).not.toContain(secret);
  });

  test("may try again when its file was refused, and only then", async () => {
    await start();
    const token = await tokenOf();
    expect(await sendBy(token, Buffer.alloc(0))).toMatchObject({
      refusal: { fields: { file: "validation.file_empty" } },
    });
    expect((await sendBy(token)).ok).toBe(true);
    expect(await sendBy(token)).toEqual(notFound);
  });

  test("sends once, though it sends twice at the same moment", async () => {
    await start();
    const token = await tokenOf();
    const sent = await Promise.all([sendBy(token), sendBy(token)]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.document.count({ where: { filingId } })).toBe(1);
  });

  test("may try again when a sending broke off, and nobody is told that a paper arrived", async () => {
    await start();
    const token = await tokenOf();
    const brokenOff = new Date(wallTime().getTime() - brokenOffMinutes * 60_000 - 1);
    await database.paperHandover.updateMany({ where: { filingId }, data: { usedAt: brokenOff } });
    expect(await mine()).toMatchObject({ is: "open" });
    expect(await viewHandover(token)).toMatchObject({ is: "open" });
    expect((await sendBy(token)).ok).toBe(true);
    expect(await mine()).toMatchObject({ is: "used", name: "photo.pdf" });
  });

  test("that was slow brings no second paper after another sending by the same link", async () => {
    await start();
    const { id } = await database.paperHandover.findFirstOrThrow({ where: { filingId } });
    expect((await sendBy(await tokenOf())).ok).toBe(true);
    const part = { filingId, evidenceKey: "registration_certificate", name: "late.pdf", content: pdf() };
    const late = await attachDocument(chan, part, monday, (db, it) => settleHandover(db, id, it, wallTime()));
    expect(late).toMatchObject({ refusal: { fields: { file: "validation.file_late" } } });
    expect(await current()).toMatchObject({ name: "photo.pdf" });
  });

  test("cannot send again when the paper that came is taken out", async () => {
    await start();
    const token = await tokenOf();
    const sent = await sendBy(token);
    await removeDocument(chan, { documentId: sent.ok ? sent.value.documentId : "" }, monday);
    expect(await viewHandover(token)).toEqual({ is: "ended" });
    expect(await sendBy(token)).toEqual(notFound);
  });

  test("cannot send once the minutes are over", async () => {
    await start();
    const token = await tokenOf();
    const { createdAt, expiresAt } = await database.paperHandover.findFirstOrThrow({ where: { filingId } });
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(handoverMinutes * 60_000);

    const over = new Date(wallTime().getTime() - 1);
    await database.paperHandover.updateMany({
      where: { filingId },
      data: { createdAt: new Date(over.getTime() - 1), expiresAt: over },
    });
    expect(await sendBy(token)).toEqual(notFound);
    expect(await viewHandover(token)).toEqual({ is: "ended" });
    expect(await mine()).toMatchObject({ is: "ended" });
  });

  test("cannot send once another link was opened, for whichever filing", async () => {
    await start();
    const first = await tokenOf();
    await start();
    expect(await sendBy(first)).toEqual(notFound);
    expect((await sendBy(await tokenOf())).ok).toBe(true);
  });

  test("cannot send once its owner has signed out", async () => {
    const now = wallTime();
    const session = {
      idHash: `of-${chan.accountId}`,
      accountId: chan.accountId,
      device: "Firefox on Linux",
      shown: null,
    };
    await transaction((db) => openSession(db, { ...session, expiresAt: new Date(now.getTime() + 60_000) }, null, now));
    await start();
    const token = await tokenOf();
    await transaction((db) => endSession(db, chan.accountId, session.idHash, wallTime()));
    expect(await sendBy(token)).toEqual(notFound);
    expect(await current()).toBeNull();
  });

  test("cannot send once the filing was submitted", async () => {
    await start();
    const token = await tokenOf();
    await send(chan, filingId, monday);
    expect(await sendBy(token)).toEqual({ ok: false, refusal: { code: "wrong_status" } });
  });

  test("cannot send once its owner's account was closed to them", async () => {
    await start();
    const token = await tokenOf();
    await database.account.update({ where: { id: chan.accountId }, data: { status: "disabled" } });
    expect(await sendBy(token)).toEqual(notFound);
  });
});

describe("a link", () => {
  test("is opened for nobody else's filing, for no paper that is not asked for, and for none that was sent", async () => {
    expect(await start(wong)).toEqual(notFound);
    expect(await startHandover(chan, { filingId, evidenceKey: "law_exam_pass", half: "original" }, monday)).toEqual(
      notFound,
    );
    await send(chan, filingId, monday);
    expect(await start()).toEqual({ ok: false, refusal: { code: "wrong_status" } });
    expect(await viewMyHandover(wong, filingId, "en")).toEqual(notFound);
    expect(await database.paperHandover.count({ where: { filingId } })).toBe(0);
  });

  test("is kept as a hash only, and a guess opens nothing", async () => {
    await start();
    const token = await tokenOf();
    expect(JSON.stringify(await database.paperHandover.findMany({ where: { filingId } }))).not.toContain(token);
    for (const guess of ["", "a".repeat(43), token.toLowerCase(), `${token}a`]) {
      expect(await viewHandover(guess)).toEqual({ is: "ended" });
      expect(await sendBy(guess)).toEqual(notFound);
    }
  });
});
