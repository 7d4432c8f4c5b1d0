import type { Db } from "@/lib/data/client";
import { plainDay, plainDayOrNull } from "@/lib/data/days";
import { measureColumns, measuresOf } from "@/lib/data/registrations";
import type { Names } from "@/lib/domain/person/names";
import type { InThree } from "@/lib/domain/verification/certificate-sheet";
import type { Measures, RegistrationState } from "@/lib/domain/verification/verdict";

/** One registration with everything that stands on its certificate. */
export type RegistrationSheetRow = Measures & {
  id: string;
  number: string;
  personId: string;
  field: string;
  entryCode: string;
  state: RegistrationState;
  stateFrom: string;
  validFrom: string;
  validUntil: string;
  published: boolean;
  names: Names;
  institution: string | null;
  homeRegistrationNumber: string;
  homeRegistrationUntil: string | null;
  qualification: InThree;
  issuingBody: InThree;
  scope: InThree;
  authority: InThree;
  certificate: { code: string; serial: number; issuedAt: Date } | null;
};

/** The registration with this number and its live certificate, or null. Who may see it is for the service to say. */
export async function findRegistrationSheet(db: Db, number: string): Promise<RegistrationSheetRow | null> {
  const row = await db.registration.findUnique({
    where: { number },
    select: {
      id: true,
      number: true,
      personId: true,
      fieldCode: true,
      state: true,
      stateFrom: true,
      validFrom: true,
      validUntil: true,
      published: true,
      nameZh: true,
      surname: true,
      givenNames: true,
      institution: true,
      homeRegistrationNumber: true,
      homeRegistrationUntil: true,
      entryVersionId: true,
      scopeEn: true,
      scopeZhHant: true,
      scopeZhHans: true,
      ...measureColumns,
      certificates: { where: { replacedAt: null }, select: { code: true, serial: true, issuedAt: true } },
    },
  });
  if (!row) return null;
  const [version, field] = await Promise.all([
    db.listEntryVersion.findUniqueOrThrow({
      where: { id: row.entryVersionId },
      select: {
        entryCode: true,
        qualificationEn: true,
        qualificationZhHant: true,
        qualificationZhHans: true,
        issuingBodyEn: true,
        issuingBodyZhHant: true,
        issuingBodyZhHans: true,
      },
    }),
    db.field.findUniqueOrThrow({
      where: { code: row.fieldCode },
      select: { authority: { select: { nameEn: true, nameZhHant: true, nameZhHans: true } } },
    }),
  ]);
  return {
    id: row.id,
    number: row.number,
    personId: row.personId,
    field: row.fieldCode,
    entryCode: version.entryCode,
    state: row.state,
    stateFrom: plainDay(row.stateFrom),
    ...measuresOf(row),
    validFrom: plainDay(row.validFrom),
    validUntil: plainDay(row.validUntil),
    published: row.published,
    names: { nameZh: row.nameZh, surname: row.surname, givenNames: row.givenNames },
    institution: row.institution,
    homeRegistrationNumber: row.homeRegistrationNumber,
    homeRegistrationUntil: plainDayOrNull(row.homeRegistrationUntil),
    qualification: {
      en: version.qualificationEn,
      "zh-Hant": version.qualificationZhHant,
      "zh-Hans": version.qualificationZhHans,
    },
    issuingBody: {
      en: version.issuingBodyEn,
      "zh-Hant": version.issuingBodyZhHant,
      "zh-Hans": version.issuingBodyZhHans,
    },
    scope: { en: row.scopeEn, "zh-Hant": row.scopeZhHant, "zh-Hans": row.scopeZhHans },
    authority: {
      en: field.authority.nameEn,
      "zh-Hant": field.authority.nameZhHant,
      "zh-Hans": field.authority.nameZhHans,
    },
    certificate: row.certificates[0] ?? null,
  };
}
