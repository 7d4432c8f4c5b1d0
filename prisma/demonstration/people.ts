import { transaction } from "@/lib/data/client";
import { fields, type Field } from "@/lib/domain/accreditation/schema";
import type { Capability, Grant, Professional, Staff } from "@/lib/domain/actor";
import { fullName, type Names } from "@/lib/domain/person/names";
import type { Locale } from "./applicants";

type StaffMember = { names: Names; locale: Locale; hasLeft?: true; reviewIsDue?: true; grants: readonly Grant[] };
type ProfessionalMember = { names: Names; locale: Locale };

const called = (nameZh: string, surname: string, givenNames: string): Names => ({ nameZh, surname, givenNames });
const inFields = (of: readonly Field[], ...capabilities: Capability[]): Grant[] =>
  of.flatMap((field) => capabilities.map((capability) => ({ capability, field })));
const inOffice = (...capabilities: Capability[]): Grant[] =>
  capabilities.map((capability) => ({ capability, field: null }));

/** The people who work in the demonstration office, with exactly their rights. */
export const staffMembers = {
  lee: {
    names: called("李家輝", "LEE", "Ka Fai"),
    locale: "zh-Hant",
    grants: inFields(["construction", "planning"], "examine", "decide"),
  },
  ho: {
    names: called("何美儀", "HO", "Mei Yee"),
    locale: "zh-Hant",
    grants: inFields(fields, "examine", "decide", "hold", "reverse", "revoke"),
  },
  yip: { names: called("葉慧儀", "YIP", "Wai Yee"), locale: "en", grants: inFields(fields, "examine", "decide") },
  tam: {
    names: called("譚志豪", "TAM", "Chi Ho"),
    locale: "zh-Hans",
    reviewIsDue: true,
    grants: inFields(["tax", "finance"], "examine", "decide"),
  },
  mak: {
    names: called("麥樂恩", "MAK", "Lok Yan"),
    locale: "zh-Hant",
    hasLeft: true,
    grants: inFields(["construction"], "examine", "decide"),
  },
  cheung: {
    names: called("張慧雯", "CHEUNG", "Wai Man"),
    locale: "zh-Hant",
    grants: inOffice("view_statistics", "export", "audit", "manage_people", "publish_list"),
  },
  ng: {
    names: called("吳國明", "NG", "Kwok Ming"),
    locale: "en",
    grants: inOffice("view_statistics", "publish_list", "manage_people"),
  },
} as const satisfies Record<string, StaffMember>;
export type StaffKey = keyof typeof staffMembers;

/** The professionals whom everybody may be in the demonstration. */
export const professionalMembers = {
  chan: { names: called("陳大文", "CHAN", "Tai Man"), locale: "zh-Hant" },
  wong: { names: called("黃小玲", "WONG", "Siu Ling"), locale: "en" },
} as const satisfies Record<string, ProfessionalMember>;
export type ProfessionalKey = keyof typeof professionalMembers;

export const emails: Record<StaffKey | ProfessionalKey, string> = {
  chan: "chan.taiman@demo.example",
  wong: "wong.siuling@demo.example",
  lee: "lee.kafai@demo.example",
  ho: "ho.meiyee@demo.example",
  yip: "yip.waiyee@demo.example",
  tam: "tam.chiho@demo.example",
  mak: "mak.lokyan@demo.example",
  cheung: "cheung.waiman@demo.example",
  ng: "ng.kwokming@demo.example",
};

export type Office = { staff: Record<StaffKey, Staff>; professionals: Record<ProfessionalKey, Professional> };

/** The demonstration's nine people as actors; those who are not there yet come in now. */
export async function openOffice(now: Date): Promise<Office> {
  return transaction(async (db) => {
    const known = await db.account.findMany({
      where: { email: { in: Object.values(emails) } },
      select: { email: true },
    });
    const isMissing = (key: StaffKey | ProfessionalKey) => !known.some(({ email }) => email === emails[key]);

    for (const key of keysOf(professionalMembers).filter(isMissing)) {
      await db.account.create({
        data: {
          kind: "professional",
          email: emails[key],
          locale: columnOf[professionalMembers[key].locale],
          createdAt: now,
          person: { create: {} },
        },
      });
    }
    for (const key of keysOf(staffMembers).filter(isMissing)) {
      const member: StaffMember = staffMembers[key];
      await db.account.create({
        data: {
          kind: "staff",
          email: emails[key],
          displayName: fullName(member.names),
          locale: columnOf[member.locale],
          createdAt: now,
          grants: { create: member.grants.map(({ capability, field }) => ({ capability, fieldCode: field })) },
        },
      });
    }

    const accounts = await db.account.findMany({
      where: { email: { in: Object.values(emails) } },
      select: { id: true, email: true, personId: true, displayName: true },
    });
    const accountOf = (key: StaffKey | ProfessionalKey) => {
      const account = accounts.find(({ email }) => email === emails[key]);
      if (!account) throw new Error(`${emails[key]} is not there.`);
      return account;
    };
    return {
      staff: mapKeys(staffMembers, (key): Staff => {
        const { id, email, personId, displayName } = accountOf(key);
        const { grants } = staffMembers[key];
        return { kind: "staff", accountId: id, personId, email, displayName: displayName ?? email, grants };
      }),
      professionals: mapKeys(professionalMembers, (key): Professional => {
        const { id, email, personId } = accountOf(key);
        if (!personId) throw new Error(`${email} has no person.`);
        return { kind: "professional", accountId: id, personId, email };
      }),
    };
  });
}

/** How the office stands when its history is told: whoever has left is archived, and most rights were reviewed lately. */
export async function settleOffice(now: Date): Promise<void> {
  await transaction(async (db) => {
    for (const key of keysOf(staffMembers)) {
      const { hasLeft, reviewIsDue }: StaffMember = staffMembers[key];
      await db.account.update({
        where: { email: emails[key] },
        data: { ...(hasLeft && { status: "disabled" }), ...(!reviewIsDue && { reviewedAt: now }) },
        select: { id: true },
      });
      if (hasLeft) await db.grant.deleteMany({ where: { account: { email: emails[key] } } });
    }
  });
}

const columnOf = { en: "en", "zh-Hant": "zh_Hant", "zh-Hans": "zh_Hans" } as const;

function keysOf<K extends string>(of: Record<K, unknown>): K[] {
  return Object.keys(of) as K[];
}

function mapKeys<K extends string, V>(of: Record<K, unknown>, make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keysOf(of).map((key) => [key, make(key)])) as Record<K, V>;
}
