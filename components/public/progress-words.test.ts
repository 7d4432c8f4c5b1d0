import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { messagesIn } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/locales";
import { numberWords } from "@/lib/i18n/dates";
import { chartSentence, peopleRows, progressSentences, type PeopleProgress } from "./progress-words";
import { indicatorValue } from "./indicator-words";

const progress: PeopleProgress = {
  baseline: { value: 517, on: "2022-12-31", source: "the plan" },
  target: { value: 1000, on: "2025-12-31", source: "the plan" },
  here: 214,
  registered: 731,
  validToday: 702,
  inPractice: { value: 74, of: 444, on: "2023-07-31", source: "the paper" },
  today: "2026-11-22",
  missing: 269,
  isPast: true,
  pace: 12.34,
  reachedIn: "2028-09",
  recorded: [
    { on: "2025-01-31", value: 520 },
    { on: "2026-11-22", value: 731 },
  ],
};

const wordsIn = (locale: (typeof locales)[number]) =>
  createTranslator({ locale, messages: messagesIn(locale), namespace: "progress" });

describe.each(locales)("in %s", (locale) => {
  const t = wordsIn(locale);

  test("the drawing, its sentence and its table say the same numbers", () => {
    const rows = peopleRows(progress);
    expect(rows.map(({ on, value }) => [on, value])).toEqual([
      ["2022-12-31", 517],
      ["2025-01-31", 520],
      ["2025-12-31", 1000],
      ["2026-11-22", 731],
    ]);
    const sentence = chartSentence(t, locale, progress);
    for (const value of [517, 1000, 731]) expect(sentence).toContain(numberWords(locale, value));
  });

  test("one can quote the count, the target, the distance and the pace", () => {
    const said = progressSentences(t, locale, progress).join(" ");
    for (const value of ["517", "1,000", "731", "214", "269", "12.3", "2028"]) expect(said).toContain(value);
  });

  test("nothing is said of a pace while nobody is recorded here", () => {
    const nobody = { ...progress, here: 0, registered: 517, missing: 483, pace: null, reachedIn: null, recorded: [] };
    expect(progressSentences(t, locale, nobody)).toHaveLength(3);
    expect(chartSentence(t, locale, nobody)).not.toContain("731");
  });
});

test("billions and millions are counted as each language counts", () => {
  const t = (locale: (typeof locales)[number]) =>
    createTranslator({ locale, messages: messagesIn(locale), namespace: "progress.indicators" });
  expect(indicatorValue(t("en"), "en", 6, 5.864)).toBe("US$ 5.864 billion");
  expect(indicatorValue(t("zh-Hant"), "zh-Hant", 6, 28, 32)).toBe("280 至 320 億美元");
  expect(indicatorValue(t("zh-Hans"), "zh-Hans", 9, 15.91)).toBe("1,591 万标准箱");
});
