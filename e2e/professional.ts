import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { papersFor } from "@/lib/domain/accreditation/evidence";
import type { EntryRules } from "@/lib/domain/filing/questions";
import type { Locale } from "@/lib/i18n/locales";
import { dateWords } from "@/lib/i18n/dates";
import { madeUpNumber } from "@/prisma/demonstration/identity";
import { seededBy } from "@/prisma/demonstration/seeded";
import type { Upload } from "./hands";
import { photograph, scan, screenshot } from "./papers";
import type { Visitor } from "./visitor";

/** The entry that the journeys file for: 註冊建築師, Registered Architect. */
export const architect = "QH-CON-HK-ARCHITECT";

/** What that entry asks for. */
export const architectRules: EntryRules = {
  code: architect,
  field: "construction",
  evidence: [
    "id_hkid",
    "travel_permit",
    "registration_certificate",
    "employment_proof",
    "zh_translation",
    "notarisation",
  ],
  experienceYears: null,
  cleanRecordYears: null,
};

/** What a person knows who files. */
export type Person = {
  email: string;
  nameZh: string;
  surname: string;
  givenNames: string;
  hkid: string;
  permit: string;
  homeNumber: string;
  firm: string;
  post: string;
};

const names = {
  en: ["周學文", "CHAU", "Hok Man", "Harbour Design Limited", "Senior Architect"],
  "zh-Hant": ["羅潔心", "LAW", "Kit Sum", "海港設計有限公司", "高級建築師"],
  "zh-Hans": ["孙嘉敏", "SUEN", "Ka Man", "海港设计有限公司", "高级建筑师"],
} as const satisfies Record<Locale, readonly string[]>;

/** Somebody whom nobody has met before, with numbers that are nobody's. */
export function newcomer(locale: Locale): Person {
  const seeded = seededBy(randomUUID());
  const [nameZh, surname, givenNames, firm, post] = names[locale];
  return {
    email: `${surname.toLowerCase()}.${seeded.digits(8)}@people.example`,
    nameZh,
    surname,
    givenNames,
    hkid: madeUpNumber("hkid", seeded),
    permit: madeUpNumber("home_return_permit", seeded),
    homeNumber: `A-${seeded.digits(4)}`,
    firm,
    post,
  };
}

/** Makes an account with the code from the mailbox, and comes to the page that was asked for. */
export async function signUp(
  visitor: Visitor,
  { email }: Pick<Person, "email">,
  password = "harbour ferry at dusk",
): Promise<void> {
  const { words, page } = visitor;
  await visitor.type(words("account.sign_up.email"), email);
  await visitor.press(words("account.sign_up.submit"));
  await visitor.arrivesAt(words("account.sign_up.code_title"));
  const code = await mailedCode(visitor, email);
  await visitor.type(words("account.sign_up.code"), code);
  await visitor.hands.type(page.getByLabel(words("account.sign_up.password"), { exact: true }), password);
  await visitor.press(words("account.sign_up.finish"));
}

/** Reads the newest code in the mailbox of the demonstration, in another tab, as soon as it is there. */
export async function mailedCode(visitor: Visitor, email: string): Promise<string> {
  const { page, words, locale } = visitor;
  const tab = await page.context().newPage();
  const mail = tab.getByRole("main").getByRole("table").getByRole("link").first();
  await expect(async () => {
    await tab.goto(`/${locale}/demo/mailbox?${new URLSearchParams({ to: email })}`);
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.click();
  await expect(tab.getByRole("link", { name: words("demo.mailbox.back") })).toBeVisible();
  const code = /\b\d{3} ?\d{3}\b/.exec(await tab.getByRole("main").innerText())?.[0];
  if (!code) throw new Error("The mail has no code in it.");
  await tab.close();
  return code;
}

/** Begins a filing for the architect's entry from the list. */
export async function startFiling(visitor: Visitor): Promise<void> {
  const { words, page } = visitor;
  await visitor.press(words("filing.new.start"));
  await page.waitForURL(/\/filings\/[0-9a-f-]{36}$/);
  await visitor.look();
}

type Task = "names" | "identity" | "contact" | "home_registration" | "institution" | "declarations";

/** Opens a task from the list of tasks. */
export async function openTask(visitor: Visitor, task: Task | "consent" | "experience" | "documents" | "check") {
  const { words } = visitor;
  await visitor.follow(words(`filing.task.${task}.name`));
  await visitor.arrivesAt(words(`filing.task.${task}.title`));
}

/** Gives the consents that a filing cannot do without. */
export async function consent(visitor: Visitor): Promise<void> {
  const { words } = visitor;
  await openTask(visitor, "consent");
  for (const purpose of ["identity_papers", "publication", "home_register_check"] as const) {
    await visitor.tick(words(`filing.consent.${purpose}.label`));
  }
  await goOn(visitor);
}

const optional = ({ words }: Visitor, label: string) => words("form.with_optional", { label });

/** Answers every question of the filing, task by task, and is back at the list of tasks. */
export async function answerEverything(visitor: Visitor, person: Person): Promise<void> {
  const { words } = visitor;

  await openTask(visitor, "names");
  await visitor.type(optional(visitor, words("filing.question.name_zh")), person.nameZh);
  await visitor.type(words("filing.question.surname"), person.surname);
  await visitor.type(words("filing.question.given_names"), person.givenNames);
  await visitor.type(words("filing.question.name_on_home_register"), `${person.surname} ${person.givenNames}`);
  await goOn(visitor);

  await openTask(visitor, "identity");
  await visitor.type(words("filing.question.identity_number"), person.hkid);
  await visitor.choose(words("filing.identity.kind_of_permit"), words("identity.kind.home_return_permit"));
  await visitor.type(words("filing.question.permit_number"), person.permit);
  await visitor.typeDate(words("filing.question.permit_expires_on"), "2033-05-01");
  await goOn(visitor);

  await openTask(visitor, "contact");
  await visitor.type(words("filing.question.mobile"), "+852 9123 4567");
  await visitor.choose(words("filing.contact.baseline"), words("common.no"));
  await goOn(visitor);

  await openTask(visitor, "home_registration");
  await visitor.type(words("filing.question.home_registration_number"), person.homeNumber);
  await visitor.typeDate(words("filing.question.home_registered_on"), "2015-03-09");
  await visitor.typeDate(words("filing.question.home_registration_until"), "2033-12-31");
  await goOn(visitor);

  await openTask(visitor, "institution");
  await visitor.type(words("filing.question.institution_name"), person.firm);
  await visitor.choose(words("filing.question.institution_place"), words("filing.place.qianhai"));
  await visitor.type(words("filing.question.position"), person.post);
  await visitor.typeDate(words("filing.question.employed_since"), "2019-06-01");
  await goOn(visitor);

  await openTask(visitor, "experience");
  await visitor.follow(words("filing.experience.add"));
  await visitor.arrivesAt(words("filing.experience.new_title"));
  await visitor.type(words("filing.experience.employer"), person.firm);
  await visitor.type(words("filing.experience.role"), person.post);
  await visitor.typeDate(words("filing.experience.from"), "2016-01");
  await visitor.tick(words("filing.experience.current"));
  await visitor.type(words("filing.experience.share"), "100");
  await visitor.press(words("filing.experience.save"));
  await visitor.arrivesAt(words("filing.task.experience.title"));
  await visitor.press(words("filing.experience.finish"));
  await backAtTasks(visitor);

  await openTask(visitor, "declarations");
  await visitor.choose(words("filing.declarations.discipline", { years: 0 }), words("common.no"));
  await visitor.choose(words("filing.declarations.penalty", { years: 0 }), words("common.no"));
  await visitor.tick(words("filing.declarations.truth"));
  await goOn(visitor);
}

/** The papers of the architect's entry: one PDF, one JPEG and one PNG at least. */
export async function papersOf(): Promise<Record<string, Upload>> {
  return {
    id_hkid: await photograph("identity-card.jpg"),
    travel_permit: await screenshot("permit.png"),
    registration_certificate: scan("certificate.pdf"),
    employment_proof: scan("employment.pdf"),
  };
}

/** The papers that must be there. */
export const neededPapers = papersFor(architectRules).flatMap(({ key, isRequired }) => (isRequired ? [key] : []));

/** Uploads every paper that is needed, and sees each received. */
export async function uploadEverything(visitor: Visitor): Promise<void> {
  const { words, page } = visitor;
  await openTask(visitor, "documents");
  const files = await papersOf();
  for (const [done, key] of neededPapers.entries()) {
    const file = files[key];
    if (!file) throw new Error(`There is no paper for ${key}.`);
    await uploadOne(visitor, words("documents.part.upload", { paper: words(`evidence.${key}.name`) }), file);
    const count = words("documents.count", { received: done + 1, required: neededPapers.length });
    await expect(page.getByText(count, { exact: true })).toBeVisible();
  }
  await visitor.look();
}

/** Uploads the first paper over a slow line, sees how far it is, and stops it. */
export async function stopAnUpload(visitor: Visitor): Promise<void> {
  const { words, page } = visitor;
  await openTask(visitor, "documents");
  const line = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 50_000 };
  await line.send("Network.emulateNetworkConditions", slow);
  const file = await photograph("identity-card.jpg");
  await uploadOne(visitor, words("documents.part.upload", { paper: words("evidence.id_hkid.name") }), file);
  await expect(
    page.getByRole("progressbar", { name: words("form.file.uploading", { name: file.name }) }),
  ).toBeVisible();
  await visitor.look();
  await visitor.press(words("form.file.cancel"));
  await expect(page.getByText(words("form.file.stopped"))).toBeVisible();
  await line.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  await line.detach();
  await visitor.follow(words("documents.finished.back"));
  await backAtTasks(visitor);
}

async function uploadOne(visitor: Visitor, label: string, file: Upload) {
  const { words, page, hasScript } = visitor;
  const form = page.locator("form").filter({ has: page.getByLabel(label, { exact: true }) });
  const button = form.getByRole("button", { name: words("form.file.upload"), exact: true });
  // With script the choice of a file is enough; the button goes away as soon as the page listens.
  if (hasScript) await expect(button).toBeHidden();
  await visitor.upload(label, file);
  if (!hasScript) await visitor.hands.press(button);
}

/** Reads everything once more and submits it; gives the reference. */
export async function checkAndSubmit(visitor: Visitor): Promise<string> {
  const { words, page } = visitor;
  await visitor.follow(words("documents.finished.continue"));
  await visitor.arrivesAt(words("filing.task.check.title"));
  await visitor.press(words("filing.check.submit"));
  await visitor.arrivesAt(words("filing.receipt.title"));
  const reference = /QH-\d{4}-\d{6}-[0-9A-Z]/.exec(await page.getByRole("main").innerText())?.[0];
  if (!reference) throw new Error("The receipt has no reference.");
  return reference;
}

/** Answers a request for one paper: sends a new one, marks the item as answered, and sends the answers. */
export async function answerRequest(visitor: Visitor, paper: "registration_certificate", file: Upload): Promise<void> {
  const { words, page } = visitor;
  const { name } = (await papersOf())[paper] ?? file;
  await visitor.hands.press(page.locator("summary").filter({ hasText: words("documents.file.replace", { name }) }));
  await uploadOne(visitor, words("documents.part.replace", { name }), file);
  await expect(
    page.getByRole("button", { name: words("documents.file.remove_named", { name: file.name }) }),
  ).toBeVisible();
  await visitor.press(words("filing.request.mark", { number: "1" }));
  await expect(page.getByRole("button", { name: words("filing.request.mark_again", { number: "1" }) })).toBeVisible();
  await visitor.look();
  await visitor.press(words("filing.request.send"));
  await expect(page.getByText(words("filing.request.sent_title"))).toBeVisible();
  await visitor.look();
}

/** Presses Continue and is back at the list of tasks. */
export async function goOn(visitor: Visitor): Promise<void> {
  await visitor.press(visitor.words("common.continue"));
  await backAtTasks(visitor);
}

async function backAtTasks({ page, words }: Visitor) {
  await expect(page.getByRole("heading", { name: words("filing.task.group.before"), exact: true })).toBeVisible();
}

/** A day as the page writes it. */
export const written = ({ locale }: Visitor, day: string) => dateWords(locale, day);

/** Files from the first question to the receipt, and gives the reference. */
export async function fileEverything(visitor: Visitor, person: Person): Promise<string> {
  await startFiling(visitor);
  await consent(visitor);
  await answerEverything(visitor, person);
  await uploadEverything(visitor);
  return checkAndSubmit(visitor);
}
