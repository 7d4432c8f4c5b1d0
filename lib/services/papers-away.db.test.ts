import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { transaction } from "@/lib/data/client";
import { deleteDraft } from "@/lib/data/filings";
import { env } from "@/lib/env";
import * as clock from "@/lib/ports/clock";
import { openDisk } from "@/lib/ports/disk";
import { closeFileInspection } from "@/lib/ports/file-inspection";
import { destroyKept, fetchKept, keep, keyPrefixes, listKept } from "@/lib/ports/storage";
import { isStorageThere } from "@/lib/ports/storage-room";
import { openObjectStore } from "@/lib/ports/testing/object-store";
import { pdf } from "@/prisma/testing/corpus";
import { attach, draftWithConsent } from "@/prisma/testing/papers-scene";
import { monday, openOffice, professional } from "@/prisma/testing/review-office";
import { readDocument } from "./read-document";
import { removeDocument } from "./remove-document";
import { sweepDocuments } from "./sweep-documents";

const secret = "A certificate that only few may read";
const certificate = pdf({ catalog: `/Lang (${secret})` });

let store: Awaited<ReturnType<typeof openObjectStore>>;

beforeAll(async () => {
  store = await openObjectStore();
  env.objectStore = store.settings;
  await openOffice();
});
afterAll(async () => {
  closeFileInspection();
  await store.close();
});

describe("an office whose processes share an object store", () => {
  test("keeps a paper there, where nobody can read it without the key, and nothing of it on its own disk", async () => {
    const chan = await professional("陳大文");
    const documentId = await attach(chan, await draftWithConsent(chan), { content: certificate });

    const read = await readDocument(chan, documentId);
    expect(read.ok && Buffer.from(read.value.bytes).equals(certificate)).toBe(true);
    const [kept, ...others] = [...store.objects.values()];
    expect(others).toEqual([]);
    expect(kept?.bytes.length).toBeGreaterThan(certificate.length);
    for (const words of [secret, "%PDF"]) expect(kept?.bytes.includes(words)).toBe(false);
    expect(await readdir(env.storageDirectory, { recursive: true })).toEqual(["incoming"]);
  });

  test("destroys a paper there when its author removes it", async () => {
    const wong = await professional("黃小玲");
    const before = store.objects.size;
    const documentId = await attach(wong, await draftWithConsent(wong));
    expect(store.objects.size).toBe(before + 1);

    expect((await removeDocument(wong, { documentId }, monday)).ok).toBe(true);
    expect(store.objects.size).toBe(before);
  });

  test("sweeps away there what no document names any more, once it is an hour old", async () => {
    const lau = await professional("劉詠詩");
    const filingId = await draftWithConsent(lau);
    await attach(lau, filingId);
    await transaction((db) => deleteDraft(db, filingId));
    const before = store.objects.size;

    expect(await sweepDocuments(monday)).toMatchObject({ orphans: 0, missing: 0 });
    const soon = new Date(clock.wallTime().getTime() + 2 * 60 * 60 * 1000);
    vi.spyOn(clock, "wallTime").mockReturnValue(soon);
    expect(await sweepDocuments(monday)).toMatchObject({ orphans: 1, missing: 0 });
    expect(store.objects.size).toBe(before - 1);
  });

  test("counts there also what does not fit in one answer of the store", async () => {
    const prefix = keyPrefixes[0] ?? "";
    const disk = await openDisk();
    for (let number = 0; number < 10; number++) await disk.put(`${prefix}${number}`, "sealed");
    const kept = await listKept(prefix);
    expect(kept.map(({ key }) => key.at(-1)).join("")).toBe("0123456789");
    for (const { key } of kept) await destroyKept(key);
    expect(await listKept(prefix)).toEqual([]);
  });

  test("has nothing under a key that was never given", async () => {
    const key = await keep(Buffer.from("sealed"));
    expect(Buffer.from((await fetchKept(key)) ?? []).toString()).toBe("sealed");
    expect(await fetchKept(`${key}0`)).toBeNull();
  });
});

describe("an office is not ready", () => {
  test("unless its object store takes its signature and has its bucket", async () => {
    expect(await isStorageThere()).toBe(true);
    const { settings } = store;
    for (const wrong of [
      { ...settings, credentials: { ...settings.credentials, secretAccessKey: "another" } },
      { ...settings, bucket: "elsewhere" },
      { ...settings, endpoint: "http://127.0.0.1:1" },
    ]) {
      env.objectStore = wrong;
      expect(await isStorageThere()).toBe(false);
    }
    env.objectStore = settings;
  });
});
