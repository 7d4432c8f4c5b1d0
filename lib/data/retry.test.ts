import { describe, expect, test } from "vitest";
import { retryConflicts } from "./retry";

const conflicts = {
  "Prisma's own code": Object.assign(new Error("write conflict"), { code: "P2034" }),
  "the adapter's error at commit, which carries no code": Object.assign(new Error("TransactionWriteConflict"), {
    name: "DriverAdapterError",
    cause: { kind: "TransactionWriteConflict", originalCode: "40001" },
  }),
  "a deadlock from the driver": Object.assign(new Error("deadlock detected"), { code: "40P01" }),
  "a deadlock in a raw query": Object.assign(new Error("raw query failed"), {
    code: "P2010",
    meta: { driverAdapterError: { cause: { kind: "TransactionWriteConflict" } } },
  }),
};

const accidents = {
  "a transaction that ran out of time, whose fate is unknown": Object.assign(new Error("expired"), {
    code: "P2028",
    cause: { code: "40001" },
  }),
  "a broken constraint": Object.assign(new Error("unique"), { code: "P2002" }),
  "anything that is not an error": "away",
};

function failing(times: number, error: unknown) {
  const calls = { count: 0 };
  const work = () => (++calls.count <= times ? Promise.reject(error as Error) : Promise.resolve("done"));
  return { calls, work };
}

const noPause = () => Promise.resolve();

describe("a transaction that met another writer", () => {
  test.each(Object.entries(conflicts))("is run again after %s", async (_, error) => {
    const { calls, work } = failing(3, error);
    await expect(retryConflicts(work, noPause)).resolves.toBe("done");
    expect(calls.count).toBe(4);
  });

  test("is given up after the third retry", async () => {
    const { calls, work } = failing(4, conflicts["Prisma's own code"]);
    await expect(retryConflicts(work, noPause)).rejects.toThrow("write conflict");
    expect(calls.count).toBe(4);
  });

  test("waits longer each time, and never the same time twice", async () => {
    const pauses: number[] = [];
    const { work } = failing(3, conflicts["Prisma's own code"]);
    await retryConflicts(work, (ms) => Promise.resolve(void pauses.push(ms)));
    expect(pauses).toHaveLength(3);
    expect(pauses[2]).toBeGreaterThan(pauses[0] ?? Infinity);
  });
});

test.each(Object.entries(accidents))("%s is never run again", async (_, error) => {
  const { calls, work } = failing(1, error);
  await expect(retryConflicts(work, noPause)).rejects.toBe(error);
  expect(calls.count).toBe(1);
});
