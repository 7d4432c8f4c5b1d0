import * as z from "zod";
import { canonicalJson } from "@/lib/domain/canonical-json";
import { hasEnded } from "@/lib/domain/filing/conditions";
import { formerNameQuestions } from "@/lib/domain/filing/former-name";
import {
  insuranceQuestions,
  questionsOf,
  taskSchema,
  type Answers,
  type AnswerTask,
  type EntryRules,
} from "@/lib/domain/filing/questions";
import type { LastDay } from "@/lib/domain/filing/self-test";

// What somebody answered in an earlier filing is offered in the next one, item by item. It stands nowhere in the new filing
// until its owner confirms it or answers anew, and what has ended is not offered at all. Declarations and consents are made
// afresh each time.

type Item = {
  task: AnswerTask;
  questions: readonly string[];
  /** The question that gives its last day. */
  until?: LastDay;
  /** Belongs to the register of one list entry. */
  ofEntry?: true;
};

/** What belongs together and is confirmed at once. */
const items = {
  name_zh: { task: "names", questions: ["name_zh"] },
  latin_name: { task: "names", questions: ["surname", "given_names"] },
  former_name: { task: "names", questions: formerNameQuestions },
  name_on_home_register: { task: "names", questions: ["name_on_home_register"], ofEntry: true },
  identity: {
    task: "identity",
    questions: ["identity_kind", "identity_number", "identity_reread", "issuing_state", "identity_expires_on"],
    until: "identity_expires_on",
  },
  permit: {
    task: "identity",
    questions: ["permit_kind", "permit_number", "permit_reread", "permit_expires_on"],
    until: "permit_expires_on",
  },
  mobile: { task: "contact", questions: ["mobile"] },
  in_baseline: { task: "contact", questions: ["in_baseline"] },
  home_registration: {
    task: "home_registration",
    questions: ["home_registration_number", "home_registered_on"],
    ofEntry: true,
  },
  home_registration_until: {
    task: "home_registration",
    questions: ["home_registration_until"],
    until: "home_registration_until",
    ofEntry: true,
  },
  institution: {
    task: "institution",
    questions: ["institution_name", "institution_place", "position", "employed_since"],
  },
  insurance: { task: "institution", questions: insuranceQuestions, until: "insurance_until" },
  jobs: { task: "experience", questions: ["jobs"] },
} as const satisfies Record<string, Item>;

export type CarriedItem = keyof typeof items;
export const carriedItems = Object.keys(items) as [CarriedItem, ...CarriedItem[]];

export const confirmCarriedSchema = z.strictObject({
  filingId: z.uuid("validation.invalid"),
  items: z
    .array(z.enum(carriedItems), "validation.choose_any")
    .min(1, "validation.choose_any")
    .max(carriedItems.length),
  /** The mark of each item that stood on the page, as the query of an address. */
  seen: z
    .string("validation.invalid")
    .max(2000, "validation.invalid")
    .default("")
    .transform((query): Record<string, string> => Object.fromEntries(new URLSearchParams(query))),
});
export type ConfirmCarriedInput = z.output<typeof confirmCarriedSchema>;

/** An earlier filing of the same person, its answers opened. */
export type Source = {
  id: string;
  reference: string;
  entryCode: string;
  sentOn: string;
  answers: Answers;
  /** By check, the day on which a reviewer found it in order; of filings that were approved only. */
  metOn: Readonly<Record<string, string>>;
};

export type Carried = {
  item: CarriedItem;
  task: AnswerTask;
  values: Answers;
  /** The filing in which it was answered last. */
  from: { id: string; reference: string; sentOn: string };
  /** The day on which a reviewer last found these very answers in order, or null. */
  verifiedOn: string | null;
  /** The day on which it ended: it must be answered anew. */
  endedOn: string | null;
};

/** What of earlier filings, the latest first, a new one may take over: what it asks, what fits and what is not answered there yet. */
export function carriedFrom(rules: EntryRules, sources: readonly Source[], present: Answers, today: string): Carried[] {
  return carriedItems.flatMap((item) => {
    const known = sources.flatMap((source) => {
      const values = valuesOf(item, rules, source);
      return values ? [{ source, values }] : [];
    });
    const latest = known[0];
    if (!latest || !adds(latest.values, present)) return [];
    const { id, reference, sentOn } = latest.source;
    const { task }: Item = items[item];
    const verified = known
      .filter(({ values }) => canonicalJson(values) === canonicalJson(latest.values))
      .flatMap(({ source }) => source.metOn[task] ?? [])
      .sort();
    return [
      {
        item,
        task,
        values: latest.values,
        from: { id, reference, sentOn },
        verifiedOn: verified.at(-1) ?? null,
        endedOn: endOf(item, latest.values, today),
      },
    ];
  });
}

function valuesOf(item: CarriedItem, rules: EntryRules, { entryCode, answers }: Source): Answers | null {
  const { task, questions, ofEntry }: Item = items[item];
  if (ofEntry && entryCode !== rules.code) return null;
  const asked = questionsOf(task, rules);
  const shape: Record<string, z.ZodType> = taskSchema(task, rules).shape;
  const given = questions.filter((question) => answers[question] !== undefined && answers[question] !== "");
  const fits = given.every(
    (question) => asked.includes(question) && shape[question]?.safeParse(answers[question]).success,
  );
  // A name may have one part alone.
  const leads = item === "latin_name" || item === "former_name" ? given.length > 0 : given.includes(questions[0] ?? "");
  return fits && leads ? Object.fromEntries(given.map((question) => [question, answers[question]])) : null;
}

// What was answered otherwise here stands, and nothing is put beside it.
function adds(values: Answers, present: Answers): boolean {
  const questions = Object.keys(values);
  const agrees = questions.every(
    (question) =>
      present[question] === undefined || canonicalJson(present[question]) === canonicalJson(values[question] ?? null),
  );
  return agrees && questions.some((question) => present[question] === undefined);
}

function endOf(item: CarriedItem, values: Answers, today: string): string | null {
  const { until }: Item = items[item];
  const day = until && values[until];
  return typeof day === "string" && hasEnded(day, today) ? day : null;
}
