import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { evidenceKeys, papersFor } from "@/lib/domain/accreditation/evidence";
import {
  approvalReasons,
  askAgainReasons,
  checksFor,
  declineReasons,
  findingResults,
  formalCheckTrace,
  holdReasons,
  refusalReasons,
  reopenReasons,
  returnReasons,
} from "@/lib/domain/filing/checks";
import { filingStates } from "@/lib/domain/filing/filing";
import { actions, isMet, isParty, workflow } from "@/lib/domain/filing/workflow";
import { locales } from "./locales";
import { messagesIn } from "./messages";

const rules = { code: "any", field: "any", evidence: [...evidenceKeys], experienceYears: 3, cleanRecordYears: 3 };
const reasons = [
  ...refusalReasons,
  ...declineReasons,
  ...approvalReasons,
  ...returnReasons,
  ...holdReasons,
  ...reopenReasons,
  ...askAgainReasons,
];
const trace = formalCheckTrace({
  entryConfirmed: true,
  rules,
  answers: {},
  hasDuplicate: false,
  objected: false,
  reopened: false,
  findings: {},
});

const lists: Record<string, string[]> = {
  "every state": filingStates.map((state) => `state.${state}`),
  "every step": actions.map((action) => `action.${action}`),
  "every event": actions.map((action) => `event.${workflow[action].event}`),
  "every party": Object.keys(isParty).map((party) => `party.${party}`),
  "every condition": Object.keys(isMet).map((condition) => `unmet.${condition}`),
  "every reason": reasons.flatMap((code) => ["title", "rule", "cure"].map((part) => `reason.${code}.${part}`)),
  "every check": checksFor(rules).flatMap(({ key }) => [`check.${key}.name`, `check.${key}.rule`]),
  "every result of a check": findingResults.map((result) => `finding.${result}`),
  "every rule of the formal check": trace.map(({ rule }) => `formal.${rule}`),
  "every owner": ["owner.professional", "owner.authority"],
};

describe.each(locales)("in %s", (locale) => {
  const t = createTranslator({
    locale,
    messages: messagesIn(locale),
    onError: (error) => {
      throw error;
    },
  }) as unknown as (key: string, values?: Record<string, string>) => string;

  test("a paper is called the same to the professional and to the reviewer", () => {
    for (const { key } of papersFor(rules))
      expect(t(`workflow.check.paper:${key}.name`)).toBe(t(`evidence.${key}.name`));
  });

  test.each(Object.entries(lists))("there is a word for %s", (_list, keys) => {
    for (const key of keys) expect(t(`workflow.${key}`)).not.toBe("");
  });
});

test("every paper that an entry may ask for is a check with words", () => {
  expect(checksFor(rules).filter(({ about }) => about === "paper")).toHaveLength(papersFor(rules).length);
});
