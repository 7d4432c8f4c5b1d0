import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchKey, twoGrams } from "./search-key";

const simplified: Record<string, string> = { 陳: "陈", 師: "师", 築: "筑" };
const toSimplified = (text: string) => text.replace(/[陳師築]/g, (character) => simplified[character] ?? character);
const key = (text: string) => searchKey(text, toSimplified);

describe("two ways of writing one name find each other", () => {
  test.each([
    ["traditional and simplified", "陳大文", "陈大文"],
    ["spaced and not", "陳 大 文", "陳大文"],
    ["full-width and half-width", "ＣＨＡＮ　Tai", "chan tai"],
    ["capitals and small letters", "CHAN Tai Man", "chan tai man"],
    ["hyphenated and not", "Tai-man", "Tai man"],
    ["with a comma and without", "CHAN, Tai Man", "Chan Tai Man"],
    ["accented and plain", "Nguyễn Đức", "Nguyen Duc"],
    ["Scandinavian and plain", "Søren Ærø", "Soren Aero"],
    ["German and plain", "Groß", "Gross"],
    ["with either apostrophe", "D’Souza", "D'Souza"],
    ["by initials with dots and without", "H.K.I.A.", "H K I A"],
    ["with a compatibility character", "\uF9F7", "立"],
  ])("%s", (_how, one, other) => {
    expect(key(one)).toBe(key(other));
  });

  test("different people stay different", () => {
    expect(key("陳大文")).not.toBe(key("陳小文"));
    expect(key("Chan Tai Man")).not.toBe(key("Chan Tai Wan"));
  });
});

// The first key of a process reads the dictionaries, for seconds on a busy machine.
test("a key is its own key, whatever it was made from", { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(key(key(text))).toBe(key(text));
    }),
  );
});

describe("two-grams", () => {
  test("are the neighbours in each word, each once", () => {
    expect(twoGrams("陈大文")).toEqual(["陈大", "大文"]);
    expect(twoGrams("tai man man")).toEqual(["ta", "ai", "ma", "an"]);
  });

  test("keep a rare character whole", () => {
    expect(twoGrams("陈𠮷文")).toEqual(["陈𠮷", "𠮷文"]);
  });

  test("say nothing of a single character", () => {
    expect(twoGrams("陈")).toEqual([]);
    expect(twoGrams("")).toEqual([]);
  });

  test("of any part of a name are among those of the name", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.nat(20), (text, from, length) => {
        const whole = key(text);
        const part = whole.slice(from, from + length);
        expect(twoGrams(whole)).toEqual(expect.arrayContaining(twoGrams(part)));
      }),
    );
  });
});
