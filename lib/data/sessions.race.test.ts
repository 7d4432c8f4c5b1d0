import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { professional } from "@/prisma/testing/review-office";
import { database, transaction } from "./client";
import { openSession } from "./sessions";

test("ten who sign in at the same moment leave as many sessions as an account may have", async () => {
  const { accountId } = await professional();
  const now = new Date("2026-11-23T02:00:00Z");
  const expiresAt = new Date("2026-11-23T12:00:00Z");
  await Promise.all(
    Array.from({ length: 10 }, () => {
      const idHash = createHash("sha256").update(randomBytes(32)).digest("hex");
      return transaction((db) => openSession(db, { idHash, accountId, device: "", shown: null, expiresAt }, 5, now));
    }),
  );
  expect(await database.session.count({ where: { accountId, endedAt: null } })).toBe(5);
});
