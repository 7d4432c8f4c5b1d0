import { describe, expect, test } from "vitest";
import { entrySearchKey, foldForSearch, nameSearchKey } from "./search-folding";

const chan = { nameZh: "陳大文", surname: "Chan", givenNames: "Tai Man" };
const architect = {
  code: "QH-CON-HK-ARCHITECT",
  field: "construction",
  qualification_en: "Registered Architect",
  qualification_zh_hant: "註冊建築師",
  qualification_zh_hans: "注册建筑师",
  issuing_body_en: "Architects Registration Board (Hong Kong)",
  issuing_body_zh_hant: "建築師註冊管理局（香港）",
  issuing_body_zh_hans: "建筑师注册管理局（香港）",
} as const;

/** Every word of what was typed stands somewhere in the key. */
const finds = (typed: string, key: string) =>
  foldForSearch(typed)
    .split(" ")
    .every((word) => key.includes(word));

describe("a professional is found", () => {
  test.each([
    "陳大文",
    "陈大文",
    "大文",
    "陳 大 文",
    "CHAN Tai Man",
    "chan tai-man",
    "Tai Man Chan",
    "Chan Taiman",
    "TAIMAN",
    "ＣＨＡＮ",
  ])("by typing %s", (typed) => {
    expect(finds(typed, nameSearchKey(chan))).toBe(true);
  });

  test.each(["陳小文", "Chan Siu Man", "Wong Tai Man"])("but not by typing %s", (typed) => {
    expect(finds(typed, nameSearchKey(chan))).toBe(false);
  });

  test.each([
    ["張偉", "张伟"],
    ["鍾楚紅", "钟楚红"],
    ["葉麗儀", "叶丽仪"],
    ["衞慧", "卫慧"],
    ["裏", "里"],
    ["張乾", "张乾"],
  ])("whether %s is written so or %s", (traditional, simplified) => {
    expect(foldForSearch(traditional)).toBe(foldForSearch(simplified));
  });

  test("by any part of the name, whatever stands beside it", () => {
    for (const name of ["乾隆", "皇后大道", "頭髮發財", "𨋢䶮𬬭"]) {
      const characters = [...name];
      characters.forEach((_, at) => {
        const part = characters.slice(at, at + 2).join("");
        expect(foldForSearch(name)).toContain(foldForSearch(part));
      });
    }
  });
});

describe("the architect's entry is found", () => {
  test.each([
    "建築師",
    "建筑师",
    "architect",
    "Architects",
    "ARB",
    "registered architect",
    "註冊 建築師",
    "ＡＲＢ",
    "construction",
    "QH-CON-HK-ARCHITECT",
  ])("by typing %s", (typed) => {
    expect(finds(typed, entrySearchKey(architect))).toBe(true);
  });

  test.each(["律師", "surveyor", "HKICPA"])("but not by typing %s", (typed) => {
    expect(finds(typed, entrySearchKey(architect))).toBe(false);
  });
});
