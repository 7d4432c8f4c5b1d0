import type { FilingRow } from "@/lib/data/filing-facts";
import type { Job } from "@/lib/domain/filing/questions";
import type { Names } from "@/lib/domain/person/names";

/** The posts of a filing in their order, with the revision of the list. */
export function jobsOf(row: FilingRow): { jobs: readonly Job[]; revision: number } {
  const answer = row.answers.find(({ question }) => question === "jobs");
  return { jobs: Array.isArray(answer?.value) ? answer.value : [], revision: answer?.revision ?? 0 };
}

/** The names of whoever files, as they answered; null until they did. */
export function namesOf(row: FilingRow): Names | null {
  const text = (question: string) => {
    const value = row.answers.find((it) => it.question === question)?.value;
    return typeof value === "string" && value !== "" ? value : null;
  };
  const names = { nameZh: text("name_zh"), surname: text("surname"), givenNames: text("given_names") };
  return (names.nameZh ?? names.surname ?? names.givenNames) ? names : null;
}
