import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseNameSchema, displayName, fullName, isSameName, latinNameSchema, namesSchema } from "./names";

const problems = (names: unknown) => namesSchema.safeParse(names).error?.issues.map((issue) => issue.message);

describe("a name in Chinese", () => {
  test.each([
    ["in traditional characters", "陳大文"],
    ["in simplified characters", "陈大文"],
    ["with a compatibility form that Unicode would replace", "\uF9F7\uFA10"],
    ["with a character of a supplementary plane", "陳𠮷𪚥"],
    ["with a character newer than this program", "陳\u{323B0}"],
    ["with a private character of the Hong Kong set", "陳\uE000"],
    ["with a variant chosen by a selector", "葛\u{E0100}城"],
    ["with the dot of a minority name", "阿卜杜拉·買買提"],
    ["of one character", "〇"],
  ])("is kept exactly as written %s", (_how, name) => {
    expect(chineseNameSchema.parse(name)).toBe(name);
  });

  test("is kept whatever ideographs it is made of", () => {
    const rare = fc.integer({ min: 0x20000, max: 0x3fffd }).map((point) => String.fromCodePoint(point));
    const common = fc.integer({ min: 0x4e00, max: 0x9fff }).map((point) => String.fromCodePoint(point));
    const name = fc.array(fc.oneof(rare, common), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(name, (characters) => {
        expect(chineseNameSchema.parse(characters.join(""))).toBe(characters.join(""));
      }),
    );
  });

  test.each(["Chan", "陳Tai文", "陳1", "···", "陳\u202E文", "陳\n文"])("%j is not one", (name) => {
    expect(problems({ nameZh: name, surname: "", givenNames: "" })).toEqual(["validation.name_han"]);
  });
});

describe("a name in Latin letters", () => {
  test.each([
    ["Tai Man", "Tai Man"],
    ["  Tai \u00a0 Man ", "Tai Man"],
    ["Ｔａｉ　Ｍａｎ", "Tai Man"],
    ["Siobha\u0301n", "Siobhán"],
    ["D’Souza-O'Neill", "D’Souza-O'Neill"],
    ["Tai Man, Peter", "Tai Man, Peter"],
    ["Nguyễn", "Nguyễn"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(latinNameSchema.parse(typed)).toBe(kept);
  });

  test.each(["陳", "Chan 3", "-", "Chan\u202E", "<b>Chan</b>", "Иван"])("%j is not one", (typed) => {
    expect(problems({ nameZh: "", surname: typed, givenNames: "" })).toEqual(["validation.name_latin"]);
  });
});

describe("a person", () => {
  test("may have no Chinese name, no Latin name, or a single name", () => {
    expect(namesSchema.parse({ nameZh: "", surname: "Smith", givenNames: "Ann" }).nameZh).toBeNull();
    expect(namesSchema.parse({ nameZh: "陳大文", surname: "", givenNames: "" }).surname).toBeNull();
    expect(namesSchema.parse({ nameZh: "", surname: "", givenNames: "Sukarno" }).givenNames).toBe("Sukarno");
  });

  test("must have some name", () => {
    expect(problems({ nameZh: " ", surname: "", givenNames: "　" })).toEqual(["validation.one_name"]);
  });

  test("is asked to shorten a name that no card could print", () => {
    expect(problems({ nameZh: "", surname: "A".repeat(101), givenNames: "" })).toEqual(["validation.too_long"]);
  });

  test("is shown with the Chinese name first and the Latin surname in capitals", () => {
    const chan = { nameZh: "陳大文", surname: "Chan", givenNames: "Tai Man" };
    expect(displayName(chan)).toEqual({ chinese: "陳大文", latin: "CHAN Tai Man" });
    expect(fullName(chan)).toBe("陳大文 CHAN Tai Man");
    expect(fullName({ nameZh: null, surname: null, givenNames: "Sukarno" })).toBe("Sukarno");
    expect(displayName({ nameZh: "陳大文", surname: null, givenNames: null }).latin).toBeNull();
  });
});

describe("a name on a register", () => {
  const chan = { nameZh: "陳大文", surname: "Chan", givenNames: "Tai Man" };
  test.each(["CHAN Tai Man", "Tai-man Chan", "CHAN Taiman", "Chan Tai Man, Peter", "陳大文 CHAN Tai Man", "陳 大 文"])(
    "is theirs as %j",
    (written) => expect(isSameName(written, chan)).toBe(true),
  );
  test.each(["CHAN Tai Ming", "WONG Tai Man", "Chan", "陳大明", "", "-"])("is not theirs as %j", (written) =>
    expect(isSameName(written, chan)).toBe(false),
  );
  test("may be a single name, and one in the other script alone cannot be compared", () => {
    expect(isSameName("SUKARNO", { nameZh: null, surname: null, givenNames: "Sukarno" })).toBe(true);
    expect(isSameName("陳大文", { nameZh: null, surname: "Chan", givenNames: "Tai Man" })).toBe(false);
  });
});
