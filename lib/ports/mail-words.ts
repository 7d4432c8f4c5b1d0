import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { mailTemplates, type MailTemplate } from "@/lib/domain/mail/templates";

const letterSchema = z.object({ subject: z.string(), first: z.string(), then: z.string(), link: z.string() });
export type LetterWords = z.output<typeof letterSchema>;

const wordsSchema = z.object({
  sender: z.string(),
  why: z.string(),
  /** The same for whoever has no account and was named by somebody. */
  why_named: z.string(),
  why_wished: z.string(),
  never: z.string(),
  used: z.string(),
  unknown_device: z.string(),
  /** What stands before the list of files that were received. */
  received: z.string(),
  /** What each paper is called. */
  papers: z.record(z.string(), z.string()),
  /** What each part of a list entry is called. */
  columns: z.record(z.string(), z.string()),
  /** Where the filing stands: the very sentences of its page. */
  where: z.object({
    turn: z.record(z.string(), z.string()),
    promise: z.record(z.string(), z.string()),
    provisional: z.string(),
  }),
  /** That a request is the last one: the very sentence of its page. */
  last_round: z.string(),
  /** That a registration ended with the approval it rested on. */
  registration_void: z.string(),
  ...(Object.fromEntries(mailTemplates.map((name) => [name, letterSchema])) as Record<
    MailTemplate,
    typeof letterSchema
  >),
});
export type MailWords = z.output<typeof wordsSchema>;

export type MailLocale = "en" | "zh-Hant" | "zh-Hans";

const known = new Map<MailLocale, MailWords>();

/** What mails say in a language. */
export async function mailWords(locale: MailLocale): Promise<MailWords> {
  const words = known.get(locale) ?? (await read(locale));
  known.set(locale, words);
  return words;
}

async function read(locale: MailLocale): Promise<MailWords> {
  const [mail, filing, evidence, fields] = await Promise.all([
    messages(locale, "mail"),
    messages(locale, "filing"),
    messages(locale, "evidence"),
    messages(locale, "fields"),
  ]);
  const papers = Object.entries(recordSchema.parse(evidence)).flatMap(([key, paper]) => {
    const named = z.object({ name: z.string() }).safeParse(paper);
    return named.success ? [[key, named.data.name]] : [];
  });
  return wordsSchema.parse({
    ...recordSchema.parse(mail),
    where: recordSchema.parse(filing)["status"],
    last_round: recordSchema.parse(recordSchema.parse(filing)["request"])["last_round"],
    papers: Object.fromEntries(papers),
    columns: recordSchema.parse(fields)["column"],
  });
}

const recordSchema = z.record(z.string(), z.unknown());

async function messages(locale: MailLocale, namespace: string): Promise<unknown> {
  const file = join(process.cwd(), "lib/i18n/messages", locale, `${namespace}.json`);
  return JSON.parse(await readFile(file, "utf8"));
}

const zone = "Asia/Shanghai";
const tags: Record<MailLocale, string> = { en: "en-GB", "zh-Hant": "zh-HK", "zh-Hans": "zh-CN" };

/** A day in words, as pages write it. */
export function dayWords(locale: MailLocale, day: string): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: "long", timeZone: zone }).format(
    new Date(`${day}T00:00:00+08:00`),
  );
}

/** Puts what a mail is about into its sentence. */
export function fill(sentence: string, about: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => about[name] ?? "");
}
