import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Staff } from "@/lib/domain/actor";
import { openOffice, staff } from "@/prisma/testing/review-office";
import { askForReviews } from "./ask-for-reviews";

beforeAll(openOffice);

const reviewed = (who: Staff, on: string) =>
  database.account.update({ where: { id: who.accountId }, data: { reviewedAt: new Date(`${on}T02:00:00Z`) } });
const asked = (who: Staff) => database.mail.count({ where: { accountId: who.accountId, template: "rights_review" } });
const on = (day: string) => askForReviews(new Date(`${day}T02:00:00Z`));

test("whoever looks after people is asked once a month while rights are due, and nobody else ever", async () => {
  const cheung = await staff("Cheung", ["manage_people"], null);
  const gone = await staff("Gone", ["manage_people"], null);
  const lee = await staff("Lee", ["examine"]);
  await database.account.update({ where: { id: gone.accountId }, data: { status: "disabled" } });
  await reviewed(cheung, "2027-03-01");
  await reviewed(lee, "2027-01-01");

  await on("2027-03-30");
  expect(await asked(cheung)).toBe(0);
  await on("2027-04-02");
  await on("2027-04-28");
  expect(await asked(cheung)).toBe(1);
  await on("2027-05-03");
  expect(await asked(cheung)).toBe(2);

  await reviewed(lee, "2027-06-01");
  await reviewed(cheung, "2027-06-01");
  await on("2027-06-02");
  expect([await asked(cheung), await asked(lee), await asked(gone)]).toEqual([2, 0, 0]);
});
