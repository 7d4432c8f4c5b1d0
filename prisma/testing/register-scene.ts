import { database } from "@/lib/data/client";
import { dayColumn } from "@/lib/data/days";
import { entrySearchKey, nameSearchKey } from "@/lib/data/search-folding";
import { registrationNumber } from "@/lib/domain/codes/references";
import { verificationCode } from "@/lib/domain/codes/verification-code";
import type { Names } from "@/lib/domain/person/names";
import type { RegistrationState } from "@/lib/domain/verification/verdict";
import { unguessable } from "@/lib/ports/random";
import { listRowSchema } from "@/lib/domain/accreditation/schema";
import { readCsv } from "@/prisma/data/read-csv";

const architect = "QH-CON-HK-ARCHITECT";

/** Puts the construction field and the architect's entry on an empty list, for tests of what the public reads. */
export async function putArchitectOnList(): Promise<{ versionId: string }> {
  const row = listRowSchema.parse(readCsv("accreditation-list.csv").find(({ code }) => code === architect));
  await database.authority.create({
    data: {
      code: "qianhai-authority",
      nameEn: "Qianhai Authority",
      nameZhHant: "前海管理局",
      nameZhHans: "前海管理局",
    },
  });
  await database.field.create({ data: { code: row.field, authorityCode: "qianhai-authority", position: 1 } });
  await database.listEntry.create({ data: { code: architect, fieldCode: row.field, position: 1 } });
  const version = await database.listEntryVersion.create({
    data: {
      entryCode: architect,
      number: 1,
      state: "published",
      route: row.route,
      jurisdiction: row.jurisdiction,
      qualificationEn: row.qualification_en,
      qualificationZhHant: row.qualification_zh_hant,
      qualificationZhHans: row.qualification_zh_hans,
      issuingBodyEn: row.issuing_body_en,
      issuingBodyZhHant: row.issuing_body_zh_hant,
      issuingBodyZhHans: row.issuing_body_zh_hans,
      mainlandCounterpartEn: row.mainland_counterpart_en,
      mainlandCounterpartZhHans: row.mainland_counterpart_zh_hans,
      scopeEn: row.scope_of_practice_en,
      scopeZhHant: row.scope_of_practice_zh_hant,
      scopeZhHans: row.scope_of_practice_zh_hans,
      evidence: row.evidence_required,
      filedBy: row.filed_by,
      effectiveFrom: row.effective_from === null ? null : dayColumn(row.effective_from),
      confirmed: row.confirmed,
      provenance: row.provenance,
      sourceUrl: row.source_url,
      searchKey: entrySearchKey(row),
      contentHash: "of-the-test",
      publishedAt: new Date("2025-01-02T01:00:00Z"),
    },
  });
  return { versionId: version.id };
}

type Standing = {
  state?: RegistrationState;
  stateFrom?: string;
  validFrom?: string;
  validUntil?: string;
  published?: boolean;
  replaced?: boolean;
};

let given = 0;

/** Puts one person on the register with one certificate; gives the number, the code and the ids. */
export async function putOnRegister(versionId: string, names: Names, standing: Standing = {}) {
  const { state = "in_force", validFrom = "2025-03-03", validUntil = "2028-03-02" } = standing;
  const person = await database.person.create({ data: { ...names, searchKey: nameSearchKey(names) } });
  // The register does not ask how the filing came to its end, and the test not either.
  const filing = await database.filing.create({
    data: {
      personId: person.id,
      entryCode: architect,
      fieldCode: "construction",
      kind: "first",
      state: "draft",
      stateSince: new Date("2025-03-03T02:00:00Z"),
      createdAt: new Date("2025-03-01T02:00:00Z"),
      editedAt: new Date("2025-03-01T02:00:00Z"),
    },
  });
  const number = registrationNumber(++given);
  const code = verificationCode(unguessable(16));
  const issuedAt = new Date(`${validFrom}T02:00:00Z`);
  const registration = await database.registration.create({
    data: {
      number,
      personId: person.id,
      filingId: filing.id,
      entryVersionId: versionId,
      fieldCode: "construction",
      state,
      ...names,
      searchKey: nameSearchKey(names),
      institution: "Harbour Design Limited",
      homeRegistrationNumber: "A-1234",
      scopeEn: "Architectural design",
      scopeZhHant: "建築設計",
      scopeZhHans: "建筑设计",
      validFrom: dayColumn(validFrom),
      validUntil: dayColumn(validUntil),
      stateFrom: dayColumn(standing.stateFrom ?? validFrom),
      suspendedFrom: state === "suspended" ? dayColumn(standing.stateFrom ?? validFrom) : null,
      published: standing.published ?? true,
      createdAt: issuedAt,
      certificates: { create: { code, serial: 1, issuedAt } },
    },
  });
  if (standing.replaced) {
    await database.certificate.update({ where: { code }, data: { replacedAt: new Date(`${validFrom}T03:00:00Z`) } });
    await database.certificate.create({
      data: {
        code: verificationCode(unguessable(16)),
        registrationId: registration.id,
        serial: 2,
        issuedAt: new Date(`${validFrom}T03:00:00Z`),
      },
    });
  }
  return { number, code, personId: person.id, registrationId: registration.id };
}
