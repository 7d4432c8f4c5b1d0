import { database } from "@/lib/data/client";

/** What people wrote of their institutions and posts: names, which stand on a page in any language. */
export async function findWrittenWords(): Promise<string> {
  const answers = await database.answer.findMany({
    where: { question: { in: ["institution_name", "position", "jobs"] } },
    select: { value: true },
  });
  return answers.map(({ value }) => JSON.stringify(value)).join(" ");
}
