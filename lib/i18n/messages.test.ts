import { readFileSync } from "node:fs";
import { Converter } from "opencc-js";
import { describe, expect, test } from "vitest";
import { locales, type Locale } from "./locales";
import { messagesIn, namespaces } from "./messages";

type Word = [key: string, text: string];

function wordsOf(locale: Locale, namespace: string): Word[] {
  const tree: unknown = (messagesIn(locale) as unknown as Record<string, unknown>)[namespace];
  const walk = (node: unknown, path: string): Word[] =>
    typeof node === "string"
      ? [[path, node]]
      : Object.entries(node as Record<string, unknown>).flatMap(([key, child]) =>
          walk(child, path ? `${path}.${key}` : key),
        );
  return walk(tree, "");
}

/** The arguments of an ICU message with their kind: `{count, plural, …}` is `count:plural`. */
function argumentsOf(message: string): string[] {
  return [...message.matchAll(/\{\s*([\w]+)\s*(?:,\s*(plural|select|selectordinal|number|date|time)\b|\})/g)]
    .map(([, name, kind]) => `${name}:${kind ?? "value"}`)
    .concat([...message.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`))
    .filter((argument, at, all) => all.indexOf(argument) === at)
    .sort();
}

/** What the other side says, written in this side's script: PRODUCT's glossary in reverse. */
const otherSide: Record<Exclude<Locale, "en">, string[]> = {
  "zh-Hant": [
    "上傳", "電子郵箱", "郵箱地址", "電子郵件", "登錄", "保存", "打印", "隱私", "信息", "賬戶", "賬號", "設置", "屏幕", "默認",
    "手機", "搜索", "儀表盤", "職業資格", "復印件", "復核", "個人信息", "證明材料", "審計日誌", "繼續教育", "視頻", "短信",
  ],
  "zh-Hans": [
    "上载", "电邮", "登入", "登出", "储存", "列印", "私隐", "资料", "帐户", "帐号", "设定", "萤幕", "荧幕", "预设", "搜寻", "手提电话",
    "专业资格", "复核人员确认书", "档案", "选单", "缴付", "查阅资料", "连结", "滑鼠",
  ],
}; // prettier-ignore

/** Characters that both scripts use, each in its own right. */
const sharedCharacters = new Set(
  "台里后面干系于只几云才余准制表复合同回向出周志舍家采范谷郁松板奸斗曲朱杆游升占征种冲注托布念迹致着么著乾藉",
);

const toSimplified = Converter({ from: "hk", to: "cn" });
const toTraditional = Converter({ from: "cn", to: "hk" });
const isOf = {
  "zh-Hant": (character: string) => toSimplified(character) !== character,
  "zh-Hans": (character: string) => toTraditional(character) !== character && toSimplified(character) === character,
};

/** A Chinese page quotes the other script in two places only: the names of the languages, and what stands in another language's own words. */
const quoting = new Set(["common.footer.equal"]);

describe.each(namespaces("en"))("the words of %s", (namespace) => {
  test.each(locales)("exist in %s with the same keys and the same arguments as in English", (locale) => {
    const english = wordsOf("en", namespace).map(([key, text]) => [key, argumentsOf(text)]);
    const other = wordsOf(locale, namespace).map(([key, text]) => [key, argumentsOf(text)]);
    expect(Object.fromEntries(other)).toEqual(Object.fromEntries(english));
  });

  test.each(locales)("say something in %s, and begin and end without a stray space", (locale) => {
    const stray = wordsOf(locale, namespace).filter(([, text]) => text === "" || text !== text.trim());
    expect(stray).toEqual([]);
  });

  test.each(["zh-Hant", "zh-Hans"] as const)("use no word of the other side in %s", (locale) => {
    const foreign = wordsOf(locale, namespace).flatMap(([key, text]) =>
      otherSide[locale].filter((word) => text.includes(word)).map((word) => `${namespace}.${key}: ${word}`),
    );
    expect(foreign).toEqual([]);
  });

  test.each(["zh-Hant", "zh-Hans"] as const)("use no character of the other script in %s", (locale) => {
    const foreign = wordsOf(locale, namespace)
      .filter(([key]) => !quoting.has(`${namespace}.${key}`))
      .flatMap(([key, text]) =>
        [...text]
          .filter((character) => /\p{Script=Han}/u.test(character) && !sharedCharacters.has(character))
          .filter((character) => isOf[locale === "zh-Hant" ? "zh-Hans" : "zh-Hant"](character))
          .map((character) => `${namespace}.${key}: ${character}`),
      );
    expect(foreign).toEqual([]);
  });

  test.each(["zh-Hant", "zh-Hans"] as const)("are punctuated the way %s is", (locale) => {
    const halfWidth = wordsOf(locale, namespace).filter(([, text]) =>
      /\p{Script=Han}[,;:?!]|\p{Script=Han}\.(\s|$)/u.test(text),
    );
    const quotes = wordsOf(locale, namespace).filter(([, text]) =>
      (locale === "zh-Hant" ? /[“”]/ : /[「」]/).test(text),
    );
    expect([...halfWidth, ...quotes]).toEqual([]);
  });

  test("promise without exclamation marks and without “successfully”", () => {
    expect(wordsOf("en", namespace).filter(([, text]) => /!|successfully/i.test(text))).toEqual([]);
  });
});

test("every language has the same namespaces", () => {
  for (const locale of locales) expect(namespaces(locale)).toEqual(namespaces("en"));
});

test("every namespace is part of the typed source", () => {
  const typed = readFileSync(new URL("./words.d.ts", import.meta.url), "utf8");
  for (const namespace of namespaces("en")) {
    expect(typed).toContain(`${namespace}: typeof import("./messages/en/${namespace}.json");`);
  }
});
