import * as z from "zod";
import { database } from "@/lib/data/client";

/** What people wrote of their institutions and posts: names, which stand on a page in any language. */
export async function findWrittenWords(): Promise<string> {
  const answers = await database.answer.findMany({
    where: { question: { in: ["institution_name", "position", "jobs"] } },
    select: { value: true },
  });
  return answers.flatMap(({ value }) => wordsIn(value)).join(" ");
}

/** An answer that is a text, or what somebody wrote of each post: its employer and its role. */
function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return posts.parse(value).flatMap(({ employer, role }) => [employer, role]);
}

const posts = z.array(z.object({ employer: z.string().default(""), role: z.string().default("") })).catch([]);
