import { describe, expect, test } from "vitest";
import { checkIdentityNumber, identityDocumentKinds } from "@/lib/domain/person/identity-document";
import { namesSchema } from "@/lib/domain/person/names";
import { madeUpNumber } from "./identity";
import { nameFrom } from "./names";
import { seededBy } from "./seeded";

const people = (count: number, place: "HK" | "MO" | "elsewhere") =>
  Array.from({ length: count }, (_, at) => nameFrom(place, seededBy(`person ${at}`)));

test("the same words bring the same chance, and others bring another", () => {
  const draws = (words: string) => {
    const seeded = seededBy(words);
    return [seeded.digits(8), seeded.whole(1, 100), seeded.number(), [...seeded.bytes(40)]];
  };
  expect(draws("one")).toEqual(draws("one"));
  expect(draws("one")).not.toEqual(draws("two"));
});

describe("the people of the demonstration", () => {
  test.each(["HK", "MO", "elsewhere"] as const)("from %s bear names that any form takes", (place) => {
    for (const { sex: _, ...names } of people(300, place)) {
      expect(namesSchema.safeParse({ ...names, nameZh: names.nameZh ?? "" })).toMatchObject({ success: true });
    }
  });

  test("of Hong Kong and Macao have a name in each script, of the same length", () => {
    for (const { nameZh, surname, givenNames } of [...people(300, "HK"), ...people(100, "MO")]) {
      const syllables = `${surname ?? ""} ${givenNames ?? ""}`.split(" ").length;
      // A western name may stand behind.
      expect(syllables - [...(nameZh ?? "")].length).toBeOneOf([0, 1]);
    }
  });

  test("bear rare characters too, some beyond the first plane", () => {
    const characters = people(300, "HK").flatMap(({ nameZh }) => [...(nameZh ?? "")]);
    expect(characters.some((it) => (it.codePointAt(0) ?? 0) > 0xffff)).toBe(true);
  });

  test("are not all of one family", () => {
    expect(new Set(people(300, "HK").map(({ surname }) => surname)).size).toBeGreaterThan(30);
    expect(new Set(people(300, "HK").map(({ nameZh }) => nameZh)).size).toBeGreaterThan(280);
  });
});

test.each(identityDocumentKinds)("a made-up number of a %s is well formed", (kind) => {
  for (let at = 0; at < 100; at++) {
    expect(checkIdentityNumber(kind, madeUpNumber(kind, seededBy(`${kind} ${at}`)))).toBeNull();
  }
});
