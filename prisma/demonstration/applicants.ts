import type { Field, Jurisdiction } from "@/lib/domain/accreditation/schema";
import { addDays, addYears } from "@/lib/domain/calendar/working-days";
import { asksForPermit, identityKindsFor, type EntryRules, type Job } from "@/lib/domain/filing/questions";
import type { TextTask } from "@/lib/domain/filing/schema";
import type { Names } from "@/lib/domain/person/names";
import { madeUpNumber } from "./identity";
import { nameFrom } from "./names";
import { seededBy, type Seeded } from "./seeded";

export type Locale = "en" | "zh-Hant" | "zh-Hans";

/** Somebody who files: who they are, and what they answer to the tasks of their entry. */
export type Applicant = {
  names: Names;
  email: string;
  locale: Locale;
  texts: Record<TextTask, Record<string, string>>;
  jobs: Job[];
};

export type Filed = { rules: EntryRules; jurisdiction: Jurisdiction };
type Wishes = Partial<Pick<Applicant, "names" | "email" | "locale">>;

/** Somebody whom these words make up, who files for an entry on a day. */
export function applicantFor(
  { rules, jurisdiction }: Filed,
  on: string,
  words: string,
  wishes: Wishes = {},
): Applicant {
  const seeded = seededBy(words);
  const place = jurisdiction === "HK" || jurisdiction === "MO" ? jurisdiction : "elsewhere";
  // A few who live in Hong Kong came from far away.
  const { sex: _, ...born } = nameFrom(place === "HK" && seeded.chance(0.04) ? "elsewhere" : place, seeded);
  const names = wishes.names ?? born;
  const field = rules.field as Field;
  const firm = seeded.one(firms[field] ?? otherFirms);
  const since = month(seeded, on, 2, 9);
  const role = seeded.one(roles[field] ?? otherRoles);

  return {
    names,
    email: wishes.email ?? `${latinOf(names)}.${seeded.digits(4)}@people.example`,
    locale: wishes.locale ?? (place === "elsewhere" ? "en" : seeded.weighted(localesOf[place])),
    texts: {
      names: withoutEmpty({
        name_zh: names.nameZh,
        surname: names.surname,
        given_names: names.givenNames,
        name_on_home_register: `${names.surname ?? ""} ${names.givenNames ?? ""}`.trim(),
      }),
      identity: identityOf(rules, names, on, seeded),
      contact: {
        mobile: place === "MO" ? `+853 6${seeded.digits(3)} ${seeded.digits(4)}` : mobileOf(seeded),
        in_baseline: seeded.chance(0.02) ? "yes" : "no",
      },
      home_registration: {
        home_registration_number: `${prefixOf(rules.code)}${seeded.digits(5)}`,
        home_registered_on: addDays(addYears(on, -seeded.whole(3, 18)), -seeded.whole(0, 300)),
        home_registration_until: homeUntil(on, seeded),
      },
      institution: {
        institution_name: firm,
        institution_place: seeded.weighted([
          ["qianhai", 7],
          ["shenzhen", 2],
          ["hong_kong", 1],
        ]),
        position: role,
        employed_since: `${since}-01`,
      },
      declarations: { discipline: "no", penalty: "no", truth: "yes" },
    },
    jobs: jobsUpTo(on, { firm, role, since }, field, seeded),
  };
}

function identityOf(rules: EntryRules, names: Names, on: string, seeded: Seeded): Record<string, string> {
  const [kind] = identityKindsFor(rules);
  const permit = names.nameZh === null ? "home_return_permit_non_chinese" : "home_return_permit";
  return {
    identity_kind: kind,
    identity_number: madeUpNumber(kind, seeded),
    ...(kind === "passport" && {
      issuing_state: seeded.one(["Australia", "Canada", "France", "Portugal", "Singapore", "United Kingdom"]),
      identity_expires_on: addDays(addYears(on, seeded.whole(3, 9)), -seeded.whole(1, 300)),
    }),
    ...(asksForPermit(rules) && {
      permit_kind: permit,
      permit_number: madeUpNumber(permit, seeded),
      permit_expires_on: addDays(addYears(on, seeded.whole(2, 9)), -seeded.whole(1, 300)),
    }),
  };
}

/** Most boards renew for several years; some every year, to its end. */
function homeUntil(on: string, seeded: Seeded): string {
  if (seeded.chance(0.2)) return `${Number(on.slice(0, 4)) + (on.slice(5) > "10-01" ? 1 : 0)}-12-31`;
  return addDays(addYears(on, seeded.whole(2, 5)), seeded.whole(0, 360));
}

function jobsUpTo(on: string, now: { firm: string; role: string; since: string }, field: Field, seeded: Seeded): Job[] {
  const present: Job = { employer: now.firm, role: now.role, from: now.since, to: "", share: "100" };
  const before = addDays(`${now.since}-01`, -seeded.whole(5, 60)).slice(0, 7);
  const former: Job = {
    employer: seeded.one(homeFirms),
    role: seeded.one(roles[field] ?? otherRoles),
    from: month(seeded, `${before}-01`, 36, 120),
    to: before,
    share: "100",
  };
  return [present, former];
}

/** A month so many months before a day, at least and at most. */
function month(seeded: Seeded, before: string, least: number, most: number): string {
  return addDays(before, -Math.round(seeded.whole(least, most) * 30.4)).slice(0, 7);
}

const localesOf = {
  HK: [
    ["zh-Hant", 7],
    ["en", 3],
  ],
  MO: [
    ["zh-Hant", 8],
    ["zh-Hans", 2],
  ],
} as const satisfies Record<string, readonly (readonly [Locale, number])[]>;

const mobileOf = (seeded: Seeded) => `+852 ${seeded.one(["5", "6", "9"])}${seeded.digits(3)} ${seeded.digits(4)}`;
const latinOf = ({ surname, givenNames }: Names) =>
  `${surname ?? ""} ${givenNames ?? ""}`
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .trim()
    .replace(/ +/g, ".");

function withoutEmpty(texts: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text ? [[key, text]] : [])));
}

/** How the boards number their people; made up where they do not say. */
function prefixOf(entryCode: string): string {
  return prefixes.find(([part]) => entryCode.includes(part))?.[1] ?? "";
}

const prefixes: readonly (readonly [string, string])[] = [
  ["ARCHITECT", "A"],
  ["RPE", "RP"],
  ["RPS", "SB"],
  ["RSO", "RS/"],
  ["RPP", "P"],
  ["MO-PLANNER", "MO-UP"],
  ["CTA", "TI"],
  ["AUDITOR", "AC"],
  ["ACCOUNTANT", "CC"],
  ["CPA", "F"],
  ["SOLICITOR", "S"],
  ["BARRISTER", "B"],
  ["LAWYER", "MO-L"],
  ["DOCTOR", "M"],
  ["DENTIST", "D"],
  ["NURSE", "RN"],
  ["STCW", "COC/"],
  ["GUIDE", "TG"],
];

type Several = readonly [string, ...string[]];

// Firms that do not exist.
const firms: Partial<Record<Field, Several>> = {
  construction: [
    "海嶼建築設計（前海）有限公司 Haiyu Architects (Qianhai) Limited",
    "濱灣工程顧問（深圳）有限公司 Bunwan Engineering Consultants (Shenzhen) Limited",
    "衡準測量師行（前海） Hangzeon Surveyors (Qianhai)",
    "青嵐結構顧問有限公司 Tsinglam Structures Limited",
    "港前建設管理有限公司 Gangcin Project Management Limited",
  ],
  safety: [
    "安守工地安全顧問有限公司 Onsau Site Safety Limited",
    "港前建設管理有限公司 Gangcin Project Management Limited",
  ],
  planning: [
    "灣域規劃設計研究院 Wanwik Planning Institute",
    "海嶼城市設計（前海）有限公司 Haiyu Urban Design (Qianhai) Limited",
  ],
  tax: ["正算稅務師事務所（前海） Zingsyun Tax Agents (Qianhai)", "匯衡稅務諮詢有限公司 Wuihang Tax Advisory Limited"],
  accounting: ["德準會計師事務所（前海） Dakzeon Certified Public Accountants (Qianhai)"],
  legal: ["啟津聯營律師事務所（前海） Kaizeon Joint Law Firm (Qianhai)", "泊洋律師事務所 Bokyeung Law Office"],
  medical: ["前灣康和醫院 Cinwan Honghwo Hospital", "蛇口仁心診所 Shekou Yansam Clinic"],
  maritime: ["南泊船舶管理有限公司 Nanbo Ship Management Limited"],
  tourism: ["漫步灣區旅行社 Manbou Bay Travel"],
};
const otherFirms: Several = ["前灣專業服務有限公司 Cinwan Professional Services Limited"];
const homeFirms: Several = [
  "Harbour & Ridge Partners",
  "Lantern Street Associates",
  "North Quay Group",
  "維岸顧問有限公司 Waingon Consultants Limited",
  "石塘合夥事務所 Shektong Partners",
];
const roles: Partial<Record<Field, Several>> = {
  construction: ["Associate", "Project engineer", "Senior surveyor", "Project architect", "Technical director"],
  safety: ["Safety manager", "Senior safety officer"],
  planning: ["Senior planner", "Associate planner"],
  tax: ["Tax manager", "Senior tax adviser"],
  accounting: ["Partner"],
  legal: ["Associate", "Consultant", "Partner"],
  medical: ["Resident", "Specialist", "Senior officer"],
  maritime: ["Second officer", "Chief engineer"],
  tourism: ["Tour guide", "Senior tour guide"],
};
const otherRoles: Several = ["Manager", "Senior officer"];
