import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Professional, Staff } from "@/lib/domain/actor";
import type { CarriedItem } from "@/lib/domain/filing/carry";
import { consentTo } from "@/prisma/testing/filing-scene";
import {
  architect,
  findAll,
  monday,
  openOffice,
  professional,
  seen,
  staff,
  submittedFiling,
  type Submitted,
} from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { approveFormally } from "./approve-formally";
import { confirmCarried } from "./confirm-carried";
import { startFiling } from "./start-filing";
import { viewCarried } from "./view-carried";
import { viewMyFiling } from "./view-my-filing";
import { viewTask } from "./view-task";
import { withdrawFiling } from "./withdraw-filing";

const structural = "QH-CON-HK-RPE-STRUCTURAL";
const later = new Date("2026-11-24T03:00:00Z");

let chan: Professional;
let lee: Staff;
let earlier: Submitted;

beforeAll(openOffice);

beforeEach(async () => {
  chan = await professional();
  lee = await staff("Lee", ["examine", "decide"]);
  earlier = await submittedFiling(monday, {}, chan);
});

const withdraw = async () => {
  expect(await withdrawFiling(chan, await seen(earlier.filingId), monday)).toMatchObject({ ok: true });
};
async function begin(entry = architect): Promise<string> {
  const started = await startFiling(chan, { entry }, later);
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.value.id;
}
async function known(draft: string) {
  const view = await viewCarried(chan, draft, later);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value.carried;
}
async function seenIn(draft: string, now = later) {
  const view = await viewCarried(chan, draft, now);
  return view.ok ? Object.fromEntries(view.value.carried.map(({ item, mark }) => [item, mark])) : {};
}
const confirm = async (filingId: string, ...items: CarriedItem[]) =>
  confirmCarried(chan, { filingId, items, seen: await seenIn(filingId) }, later);
const tasksOf = async (draft: string) => {
  const view = await viewMyFiling(chan, draft, later);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value.tasks;
};

test("what is known stands nowhere in the new filing until its owner confirms it, and completes its task only then", async () => {
  await withdraw();
  const draft = await begin();
  expect(await database.answer.count({ where: { filingId: draft } })).toBe(0);
  expect((await tasksOf(draft)).institution).toBe("not_started");

  expect(await confirm(draft, "institution", "jobs")).toMatchObject({ ok: true });
  const { institution, experience, names } = await tasksOf(draft);
  expect([institution, experience, names]).toEqual(["completed", "completed", "not_started"]);
  expect((await known(draft)).map(({ item }) => item)).not.toContain("institution");
  expect(await database.consent.count({ where: { filingId: draft } })).toBe(0);
  expect(
    await database.auditEntry.findFirst({ where: { object: `filing:${draft}`, action: "confirm_carried" } }),
  ).toEqual(expect.objectContaining({ fields: expect.arrayContaining(["jobs", "institution_name"]) as string[] }));
});

test("identity numbers wait for the consent, are shown masked, and are sealed as answers of the new filing", async () => {
  await withdraw();
  const draft = await begin();
  const identity = (await known(draft)).find(({ item }) => item === "identity");
  expect(identity?.values["identity_number"]).toMatch(/\*/);
  expect(await confirm(draft, "identity")).toMatchObject({ refusal: { condition: "consent_first" } });

  await consentTo(chan, draft, later);
  expect(await confirm(draft, "identity", "permit")).toMatchObject({ ok: true });
  expect((await tasksOf(draft)).identity).toBe("completed");
  const [before, after] = await Promise.all([viewTask(chan, draft, "identity"), viewCarried(chan, draft, later)]);
  expect(before.ok && before.value.answers["identity_number"]).toBe(identity?.values["identity_number"]);
  expect(after.ok && after.value.carried.map(({ item }) => item)).not.toContain("identity");
});

test("what has ended is said, and cannot be confirmed", async () => {
  await withdraw();
  const draft = await begin();
  const afterwards = new Date("2029-06-01T03:00:00Z");
  const view = await viewCarried(chan, draft, afterwards);
  const until = view.ok && view.value.carried.find(({ item }) => item === "home_registration_until");
  expect(until).toMatchObject({ endedOn: "2028-12-31" });
  const items = ["home_registration_until" as const];
  const input = { filingId: draft, items, seen: await seenIn(draft, afterwards) };
  expect(await confirmCarried(chan, input, afterwards)).toMatchObject({ refusal: { code: "stale" } });
  expect(await database.answer.count({ where: { filingId: draft } })).toBe(0);
});

test("what a reviewer found in order of an approved filing carries the day; what was only sent does not", async () => {
  const draft = await begin(structural);
  expect((await known(draft)).every(({ verifiedOn }) => verifiedOn === null)).toBe(true);
  expect(await acceptFiling(lee, await seen(earlier.filingId), monday)).toMatchObject({ ok: true });
  await findAll(lee, earlier.filingId);
  const approved = await approveFormally(lee, await seen(earlier.filingId), monday);
  expect(approved).toMatchObject({ ok: true });
  const names = (await known(draft)).find(({ item }) => item === "latin_name");
  expect(names).toMatchObject({ verifiedOn: "2026-11-23", from: { reference: earlier.reference } });
  expect((await known(draft)).find(({ item }) => item === "mobile")?.verifiedOn).toBeNull();
});

test("only what stood on the page is confirmed, not what another filing said since", async () => {
  await withdraw();
  const draft = await begin(structural);
  const seenBefore = await seenIn(draft);
  await submittedFiling(later, { institution_name: "Another Institution" }, chan);
  const input = { filingId: draft, items: ["institution" as const], seen: seenBefore };
  expect(await confirmCarried(chan, input, later)).toMatchObject({ refusal: { code: "stale" } });
  expect(await confirm(draft, "institution")).toMatchObject({ ok: true });
});

test("nobody confirms for somebody else, twice, or once it was answered otherwise", async () => {
  await withdraw();
  const draft = await begin();
  const wong = await professional("黃小玲");
  expect(await viewCarried(wong, draft, later)).toMatchObject({ refusal: { code: "not_found" } });
  expect(await confirmCarried(wong, { filingId: draft, items: ["mobile"], seen: {} }, later)).toMatchObject({
    refusal: { code: "not_found" },
  });
  expect(await confirm(draft, "mobile")).toMatchObject({ ok: true });
  expect(await confirm(draft, "mobile")).toMatchObject({ refusal: { code: "stale" } });
  expect(await confirm(earlier.filingId, "mobile")).toMatchObject({ refusal: { code: "wrong_status" } });
  expect(await known(draft)).not.toEqual([]);
});
