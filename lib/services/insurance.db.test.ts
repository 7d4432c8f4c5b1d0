import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Professional, Staff } from "@/lib/domain/actor";
import { publishVersion } from "@/prisma/testing/new-version";
import {
  architect,
  completeDraft,
  findAll,
  monday,
  openOffice,
  professional,
  seen,
  staff,
  submittedFiling,
} from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { approveFormally } from "./approve-formally";
import { submitFiling } from "./submit-filing";
import { viewRegistration } from "./view-registration";
import { watchInsurance } from "./watch-insurance";

const insured = {
  insurance_insurer: "Harbour Mutual",
  insurance_policy: "PI-2026-17",
  insurance_currency: "HKD",
  insurance_sum: "10000000",
  insurance_qianhai: "yes",
  insurance_from: "2026-01-01",
  insurance_until: "2027-06-30",
};
const on = (day: string) => new Date(`${day}T02:00:00Z`);

let chan: Professional;
let lee: Staff;
let number: string;

beforeAll(async () => {
  await openOffice();
  const { evidence } = await database.listEntryVersion.findFirstOrThrow({
    where: { entryCode: architect, state: "published" },
  });
  // No entry of the list that ships asks for insurance: a new version of one may.
  expect(evidence).not.toContain("pi_insurance");
  await publishVersion(architect, { evidence: [...evidence, "pi_insurance"] }, monday);
  chan = await professional();
  lee = await staff("Lee", ["examine", "decide"]);
  number = await registeredNumber(chan);
});

async function registeredNumber(holder: Professional): Promise<string> {
  const { filingId } = await submittedFiling(monday, insured, holder);
  expect(await acceptFiling(lee, await seen(filingId), monday)).toMatchObject({ ok: true });
  await findAll(lee, filingId);
  expect(await approveFormally(lee, await seen(filingId), monday)).toMatchObject({ ok: true });
  return (await database.registration.findFirstOrThrow({ where: { filingId } })).number;
}

const written = async () => {
  const mails = await database.mail.findMany({
    where: { accountId: chan.accountId, template: { startsWith: "insurance" } },
    orderBy: { createdAt: "asc" },
  });
  return mails.map(({ template }) => template);
};
const lapses = (of = number) =>
  database.event.count({ where: { type: "insurance_lapsed", registration: { number: of } } });
const insurance = async (day: string) => {
  const view = await viewRegistration(lee, number, on(day));
  return view.ok && view.value.insurance;
};

test("a filing that says too little of its insurance, or whose cover is none here, is not submitted", async () => {
  for (const wrong of [{}, { ...insured, insurance_qianhai: "no" }, { ...insured, insurance_until: "2026-11-22" }]) {
    const wong = await professional("黃小玲");
    const filingId = await completeDraft(wong, monday, wrong);
    expect(await submitFiling(wong, { filingId, version: 1 }, monday)).toMatchObject({ refusal: { code: "unmet" } });
  }
});

test("the holder is told before and after the end, once each, and the office sees the lapse", async () => {
  await watchInsurance(on("2027-05-30"));
  expect(await written()).toEqual([]);
  for (const day of ["2027-05-31", "2027-06-01", "2027-06-23", "2027-06-30"]) await watchInsurance(on(day));
  expect(await written()).toEqual(["insurance_ending", "insurance_ending"]);
  expect(await lapses()).toBe(0);
  expect(await insurance("2027-06-30")).toEqual({ until: "2027-06-30", hasEnded: false, toldAt: null });

  for (const day of ["2027-07-01", "2027-07-02"]) await watchInsurance(on(day));
  expect(await written()).toEqual(["insurance_ending", "insurance_ending", "insurance_ended"]);
  expect(await lapses()).toBe(1);
  expect(await insurance("2027-07-01")).toEqual({ until: "2027-06-30", hasEnded: true, toldAt: null });
});

test("the office reads that the holder was told once the mail went out, and nothing where the registration ended", async () => {
  const sentAt = on("2027-07-01");
  await database.mail.updateMany({
    where: { accountId: chan.accountId, template: "insurance_ended" },
    data: { state: "sent", sentAt },
  });
  expect(await insurance("2027-07-02")).toMatchObject({ hasEnded: true, toldAt: sentAt });
  expect(await insurance("2032-01-01")).toBeNull();
});

test("an end is written down once also for somebody who has no account", async () => {
  const wong = await professional("黃小玲");
  const hers = await registeredNumber(wong);
  await database.account.update({
    where: { id: wong.accountId },
    data: { kind: "staff", displayName: "Wong", personId: null },
  });
  for (const day of ["2027-06-30", "2027-07-01", "2027-07-02"]) await watchInsurance(on(day));
  expect(await lapses(hers)).toBe(1);
  expect(
    await database.mail.count({ where: { accountId: wong.accountId, template: { startsWith: "insurance" } } }),
  ).toBe(0);
});
