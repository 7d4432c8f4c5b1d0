import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCharacter, hasCheckCharacter } from "./check-character";

const character = fc.constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const text = fc.array(character, { minLength: 1, maxLength: 20 }).map((characters) => characters.join(""));

test("the published examples of the standard come out right", () => {
  expect(checkCharacter("A12425GABC1234002")).toBe("M");
  expect(hasCheckCharacter("A12425GABC1234002M")).toBe(true);
  expect(hasCheckCharacter("A12425GABC1234002N")).toBe(false);
});

test("a clerk who types one character wrong is always told", () => {
  fc.assert(
    fc.property(text, fc.nat(), character, (body, place, typed) => {
      const code = body + checkCharacter(body);
      const at = place % code.length;
      const mistyped = code.slice(0, at) + typed + code.slice(at + 1);
      expect(hasCheckCharacter(mistyped)).toBe(mistyped === code);
    }),
  );
});

test("what is too short or in small letters carries no check character", () => {
  expect(hasCheckCharacter("")).toBe(false);
  expect(hasCheckCharacter("1")).toBe(false);
  expect(hasCheckCharacter("a12425GABC1234002m")).toBe(false);
});
