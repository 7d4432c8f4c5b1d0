import { describe, expect, test } from "vitest";
import { byHand, homeRegisterOf, lookUp, type HomeRegister } from "./home-register";

const at = new Date("2026-11-23T02:00:00Z");
const source = "https://register.board.example/search?number=A-1234";
const chan = { number: "A-1234", name: "CHAN Tai Man" };

/** A board whose register may be asked by machine, as one would be written. */
const fake: HomeRegister = ({ number }) =>
  Promise.resolve({
    way: "by_machine",
    source,
    at,
    entry:
      number === chan.number
        ? { standing: "in_force", name: chan.name, validUntil: "2028-12-31" }
        : { standing: "not_found", name: null, validUntil: null },
  });

describe.each([
  ["read by hand", byHand],
  ["asked by machine", fake],
])("a register that is %s", (_, register) => {
  test("answers about a number that it has and about one that it has not", async () => {
    for (const number of [chan.number, "none", "", "' OR 1=1"]) {
      const answer = await lookUp(register, { ...chan, number });
      if (answer.way === "by_hand") continue;
      expect(answer.source).toMatch(/^https:\/\//);
      expect(answer.at).toBeInstanceOf(Date);
      expect(answer.entry.standing).toBe(number === chan.number ? "in_force" : "not_found");
    }
  });

  test("gives the same answer to the same question", async () => {
    expect(await lookUp(register, chan)).toEqual(await lookUp(register, chan));
  });
});

test("every entry of the list is looked up by hand, since no board offers anything else", () => {
  expect(homeRegisterOf("QH-CON-HK-ARCHITECT")).toBe(byHand);
});

describe("a person has to look when the register", () => {
  test.each<[string, HomeRegister]>([
    ["is away", () => Promise.reject(new Error("away"))],
    ["never answers", () => new Promise(() => undefined)],
    ["does not say where", async (...asked) => ({ ...(await fake(...asked)), source: "" })],
    [
      "says that somebody is registered, and not who",
      () =>
        Promise.resolve({
          way: "by_machine",
          source,
          at,
          entry: { standing: "in_force", name: null, validUntil: "2028-12-31" },
        }),
    ],
  ])("%s", async (_, register) => {
    expect(await lookUp(register, chan, 50)).toEqual({ way: "by_hand" });
  });
});
