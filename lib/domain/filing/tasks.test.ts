import { expect, test } from "vitest";
import type { Answers, EntryRules } from "./questions";
import { minutesLeft, nextTask, openTasks, tasks, taskStates, type TaskFacts } from "./tasks";

const rules: EntryRules = {
  code: "QH-CON-HK-ARCHITECT",
  field: "construction",
  evidence: ["id_hkid", "registration_certificate"],
  experienceYears: null,
  cleanRecordYears: null,
};
const allConsents = ["identity_papers", "publication", "home_register_check"];
const whole: Answers = {
  surname: "Chan",
  name_on_home_register: "CHAN Tai Man",
  identity_kind: "hkid",
  identity_number: "sealed",
  mobile: "+852 9123 4567",
  in_baseline: "no",
  home_registration_number: "A-1",
  home_registered_on: "2015-03-09",
  home_registration_until: "2027-12-31",
  institution_name: "Harbour Design",
  institution_place: "hong_kong",
  position: "Associate",
  employed_since: "2018-06-01",
  jobs: [],
  discipline: "no",
  penalty: "no",
  truth: "yes",
};
const facts = (differing: Partial<TaskFacts> = {}): TaskFacts => ({
  rules,
  answers: {},
  consents: [],
  papers: { required: 2, missing: 2, missingBefore: null, given: 0 },
  today: "2026-11-23",
  before: null,
  ...differing,
});

test("a new draft begins with the consents; identity and papers wait for them, the check for everything", () => {
  const states = taskStates(facts());
  expect(nextTask(states)).toBe("consent");
  expect(states).toMatchObject({ names: "not_started", identity: "cannot_start", documents: "cannot_start" });
  expect(states.check).toBe("cannot_start");
});

test("what is begun says so, and comes next", () => {
  const states = taskStates(facts({ consents: allConsents, answers: { surname: "Chan" } }));
  expect(states).toMatchObject({ consent: "completed", names: "in_progress", identity: "not_started" });
  expect(nextTask(states)).toBe("names");
});

test("the check opens when nothing else is left, and takes the last minutes", () => {
  const states = taskStates(
    facts({
      consents: allConsents,
      answers: whole,
      papers: { required: 2, missing: 0, missingBefore: null, given: 2 },
    }),
  );
  expect(openTasks(states)).toEqual([]);
  expect(nextTask(states)).toBe("check");
  expect(minutesLeft(states, 0)).toBe(3);
});

test("a consent taken back closes the way to identity papers that are not given yet, and hides none that are", () => {
  const states = taskStates(
    facts({ answers: whole, papers: { required: 2, missing: 1, missingBefore: null, given: 1 } }),
  );
  expect(states).toMatchObject({ consent: "not_started", identity: "completed", documents: "cannot_start" });
});

test("a task whose facts have lapsed since says so, comes next, and keeps the check shut", () => {
  const done = facts({
    consents: allConsents,
    answers: whole,
    papers: { required: 2, missing: 0, missingBefore: null, given: 2 },
  });
  expect(taskStates({ ...done, today: "2027-12-31" }).home_registration).toBe("completed");

  const lapsed = taskStates({ ...done, today: "2028-01-01" });
  expect(lapsed).toMatchObject({ home_registration: "update_needed", identity: "completed", check: "cannot_start" });
  expect(openTasks(lapsed)).toEqual(["home_registration"]);
  expect(nextTask(lapsed)).toBe("home_registration");
});

test("a task that was done and of which the entry asks more now needs an update, one that was never done does not", () => {
  const papers = { required: 2, missing: 1, missingBefore: 0, given: 1 };
  const { identity_number: _, jobs: __, ...some } = whole;
  const changed = taskStates(
    facts({
      consents: allConsents,
      answers: { ...some, jobs: [] },
      rules: { ...rules, experienceYears: 3 },
      before: rules,
      papers,
    }),
  );
  expect(changed).toMatchObject({ experience: "update_needed", documents: "update_needed", identity: "in_progress" });
  expect(changed.names).toBe("completed");
});

test("each missing paper adds its minutes", () => {
  const states = taskStates(facts());
  expect(minutesLeft(states, 4) - minutesLeft(states, 1)).toBe(6);
});

test("the list shows every task once", () => {
  expect(new Set(tasks).size).toBe(tasks.length);
  expect(tasks).toHaveLength(10);
});
