import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { listLooks } from "@/lib/data/personal-data";
import type { Staff } from "@/lib/domain/actor";
import type { SameOrNot } from "@/lib/domain/filing/look-alikes";
import type { AnswerValue } from "@/lib/domain/filing/questions";
import type { Result } from "@/lib/domain/result";
import {
  architect,
  findAll,
  monday,
  openOffice,
  seen,
  staff,
  submittedFiling,
  type Submitted,
} from "@/prisma/testing/review-office";
import { acceptFiling } from "./accept-filing";
import { answerHearing } from "./answer-hearing";
import { approveFormally } from "./approve-formally";
import { confirmDecision } from "./confirm-decision";
import { proposeApproval, proposeRefusal } from "./propose-decision";
import { ruleOnLookAlike } from "./rule-on-look-alike";
import { viewExamination } from "./view-examination";
import { viewLookAlikes } from "./view-look-alikes";

let lee: Staff;
let ho: Staff;
let taxOnly: Staff;

beforeAll(async () => {
  await openOffice();
  lee = await staff("Lee Ka Fai", ["examine", "decide"]);
  ho = await staff("Ho Mei Yee", ["examine", "decide"]);
  taxOnly = await staff("Tam Chi Ho", ["examine", "decide"], "tax");
});

const code = (result: Result<unknown>) => (result.ok ? "ok" : (result.refusal.condition ?? result.refusal.code));

let families = 0;
/** A name that nobody else in these tests bears, in a form of its own for each of two people. */
const family = () => `歐陽${String.fromCodePoint(0x4e00 + ++families)}`;

/** Somebody who filed, and of whom no number is known that is given for life: a passport tells nobody apart. */
async function somebody(differing: Record<string, AnswerValue>): Promise<Submitted> {
  const filing = await submittedFiling(monday, differing);
  await database.identityDocument.deleteMany({ where: { personId: filing.applicant.personId } });
  return filing;
}

/** Finds every check met, and rules on nobody. */
async function examined(filing: Submitted): Promise<Submitted> {
  expect(code(await acceptFiling(lee, await seen(filing.filingId), monday))).toBe("ok");
  await findAll(lee, filing.filingId, monday, {}, "rules_on_nobody");
  return filing;
}

async function others({ reference }: Submitted, by = lee) {
  const view = await viewLookAlikes(by, reference, monday);
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value.others;
}

const rule = (filing: Submitted, other: Submitted, ruling: SameOrNot = "different_person", revision = 0, by = lee) =>
  ruleOnLookAlike(
    by,
    { filingId: filing.filingId, personId: other.applicant.personId, ruling, reason: "Other card.", revision },
    monday,
  );

async function approval(filing: Submitted, by = lee) {
  const { scopeEn, scopeZhHant, scopeZhHans } = await database.listEntryVersion.findFirstOrThrow({
    where: { entryCode: architect, state: "published" },
  });
  const scope = { scope_en: scopeEn, scope_zh_hant: scopeZhHant, scope_zh_hans: scopeZhHans };
  return proposeApproval(by, { ...(await seen(filing.filingId)), ...scope, note: "" }, monday);
}

const refusal = async (filing: Submitted) =>
  proposeRefusal(lee, { ...(await seen(filing.filingId)), reasons: ["papers_not_proven"], note: "No." }, monday);

describe("somebody may be the same person", () => {
  test("by the same identity number, however it is typed", async () => {
    const number = "A1234567";
    const first = await submittedFiling(monday, { name_zh: family(), identity_number: number });
    const second = await submittedFiling(monday, { name_zh: family(), identity_number: "a123456(7)" });
    expect(await others(second)).toMatchObject([
      { personId: first.applicant.personId, grounds: ["identity_number"], isOpen: true },
    ]);
  });

  test("by the same Chinese name in either script, whatever the Latin letters", async () => {
    const zh = family();
    const first = await somebody({ name_zh: zh, surname: "AU YEUNG", given_names: "Wing" });
    const second = await somebody({ name_zh: zh.replace("歐陽", "欧阳"), surname: "OUYANG", given_names: "Rong" });
    expect(await others(second)).toMatchObject([{ personId: first.applicant.personId, grounds: ["name"] }]);
  });

  test("by the same Latin name, with the parts exchanged, joined or accented, where one has no Chinese name", async () => {
    const first = await somebody({ name_zh: "", surname: "Müller", given_names: "Jean-Luc" });
    const second = await somebody({ name_zh: family(), surname: "JEAN LUC", given_names: "MULLER" });
    expect(await others(second)).toMatchObject([{ personId: first.applicant.personId, grounds: ["name"] }]);
  });

  test("by the name one of them had before, whichever filed first, and both read it side by side", async () => {
    const before = family();
    const first = await somebody({ name_zh: before, surname: "WONG", given_names: "Ka Yan" });
    const second = await somebody({ name_zh: family(), former_name_zh: before.replace("歐陽", "欧阳") });
    expect(await others(second)).toMatchObject([{ personId: first.applicant.personId, grounds: ["former_name"] }]);
    expect(await others(first)).toMatchObject([
      {
        personId: second.applicant.personId,
        grounds: ["former_name"],
        former: { nameZh: before.replace("歐陽", "欧阳") },
      },
    ]);
    expect(code(await rule(second, first))).toBe("ok");
  });

  test("by an earlier name in Latin letters, only where one has no Chinese name", async () => {
    const first = await somebody({ name_zh: "", surname: "Fitzwilliam", given_names: "Ada" });
    const second = await somebody({ name_zh: family(), former_surname: "FITZWILLIAM", former_given_names: "Ada" });
    const third = await somebody({ name_zh: family(), surname: "Fitzwilliam", given_names: "Ada" });
    const found = (await others(second)).map(({ personId, grounds }) => [personId, grounds]);
    expect(found).toEqual([[first.applicant.personId, ["former_name"]]]);
    expect((await others(third)).map(({ personId }) => personId)).toEqual([first.applicant.personId]);
  });

  test("by the number of the registration at the same board", async () => {
    const first = await somebody({ name_zh: family(), home_registration_number: "AR/77 01" });
    const second = await somebody({ name_zh: family(), home_registration_number: "ar-7701" });
    expect(await others(second)).toMatchObject([{ personId: first.applicant.personId, grounds: ["licence_number"] }]);
  });

  test("but not where cards that are given for life tell two people of one name apart", async () => {
    const zh = family();
    await submittedFiling(monday, { name_zh: zh });
    expect(await others(await submittedFiling(monday, { name_zh: zh }))).toEqual([]);
  });

  test("and neither a draft nor oneself is somebody else", async () => {
    const zh = family();
    const filing = await somebody({ name_zh: zh });
    await database.person.create({ data: { nameZh: zh, searchKey: zh.replace("歐陽", "欧阳") } });
    expect(await others(filing)).toEqual([]);
  });
});

describe("before it is ruled on everybody who looks alike", () => {
  test("nothing can be proposed and nothing approved by one", async () => {
    const zh = family();
    await somebody({ name_zh: zh });
    const filing = await examined(await somebody({ name_zh: zh }));
    expect(code(await approval(filing))).toBe("look_alikes_ruled");
    expect(code(await refusal(filing))).toBe("look_alikes_ruled");
    expect(code(await approveFormally(ho, await seen(filing.filingId), monday))).toBe("formal_ready");
    expect(await database.decision.count({ where: { filingId: filing.filingId } })).toBe(0);
    const view = await viewExamination(lee, filing.reference, monday);
    expect(view.ok && view.value.lookAlikes).toEqual({ all: 1, open: 1 });
  });

  test("a ruling that it is somebody else opens the way, one officer alone included", async () => {
    const zh = family();
    const other = await somebody({ name_zh: zh });
    const filing = await examined(await somebody({ name_zh: zh }));
    expect(code(await rule(filing, other))).toBe("ok");
    expect(await others(filing)).toMatchObject([
      { isOpen: false, ruling: { ruling: "different_person", reason: "Other card.", by: "Lee Ka Fai" } },
    ]);
    expect(code(await approveFormally(ho, await seen(filing.filingId), monday))).toBe("ok");
  });

  test("the same person is refused a second approval for the same, but may be refused", async () => {
    const zh = family();
    const other = await somebody({ name_zh: zh });
    const filing = await examined(await somebody({ name_zh: zh }));
    expect(code(await rule(filing, other, "same_person"))).toBe("ok");
    expect(code(await approval(filing))).toBe("not_filed_twice");
    expect(code(await approveFormally(ho, await seen(filing.filingId), monday))).toBe("formal_ready");
    expect(code(await refusal(filing))).toBe("ok");
  });

  test("the same person is approved again once the registration under the other account has ended", async () => {
    const zh = family();
    const first = await examined(await somebody({ name_zh: zh }));
    expect(code(await approval(first))).toBe("ok");
    expect(code(await confirmDecision(ho, { ...(await seen(first.filingId)), note: "" }, monday))).toBe("ok");
    const filing = await examined(await somebody({ name_zh: zh }));
    expect(code(await rule(filing, first, "same_person"))).toBe("ok");
    expect(code(await approval(filing))).toBe("not_filed_twice");
    await database.registration.update({
      where: { filingId: first.filingId },
      data: { state: "expired", version: { increment: 1 } },
    });
    expect(code(await approval(filing))).toBe("ok");
  });

  test("more in common later asks again", async () => {
    const zh = family();
    const other = await somebody({ name_zh: zh });
    const filing = await examined(await somebody({ name_zh: zh }));
    expect(code(await rule(filing, other))).toBe("ok");
    for (const { applicant } of [other, filing]) {
      const card = { kind: "passport" as const, number: new Uint8Array(4), numberIndex: `one-${zh}` };
      await database.identityDocument.create({ data: { personId: applicant.personId, ...card } });
    }
    expect(await others(filing)).toMatchObject([{ isOpen: true, grounds: ["identity_number", "name"] }]);
    expect(code(await refusal(filing))).toBe("look_alikes_ruled");
  });
});

describe("a ruling", () => {
  test("is made by nobody but the reviewer who holds the filing, on nobody but a look-alike", async () => {
    const zh = family();
    const other = await somebody({ name_zh: zh });
    const filing = await examined(await somebody({ name_zh: zh }));
    const stranger = await somebody({ name_zh: family() });
    expect(code(await rule(filing, other, "same_person", 0, ho))).toBe("forbidden");
    expect(code(await rule(filing, other, "same_person", 0, taxOnly))).toBe("not_found");
    expect(code(await rule(filing, stranger))).toBe("not_found");
    expect(await database.lookAlikeRuling.count({ where: { filingId: filing.filingId } })).toBe(0);
    expect(await viewLookAlikes(taxOnly, filing.reference, monday)).toMatchObject({ refusal: { code: "not_found" } });
  });

  test("that was made in another window meanwhile is not written over unseen, and both stay", async () => {
    const zh = family();
    const other = await somebody({ name_zh: zh });
    const filing = await examined(await somebody({ name_zh: zh }));
    const two = await Promise.all([rule(filing, other), rule(filing, other, "same_person")]);
    expect(two.map(code).sort()).toEqual(["ok", "stale"]);
    expect(code(await rule(filing, other, "different_person", 1))).toBe("ok");
    const kept = await database.lookAlikeRuling.findMany({ where: { filingId: filing.filingId } });
    expect(kept.map(({ revision, superseded }) => [revision, superseded]).sort()).toEqual([
      [1, true],
      [2, false],
    ]);
    await expect(database.lookAlikeRuling.deleteMany({ where: { filingId: filing.filingId } })).rejects.toThrow();
    await expect(
      database.lookAlikeRuling.updateMany({ where: { filingId: filing.filingId }, data: { ruling: "same_person" } }),
    ).rejects.toThrow();
  });

  test("is a part in the filing: whoever ruled confirms nothing, and a new ruling lets a proposal lapse", async () => {
    const zh = family();
    const other = await somebody({ name_zh: zh });
    const filing = await somebody({ name_zh: zh });
    // Before acceptance whoever looks may rule.
    expect(code(await rule(filing, other, "different_person", 0, ho))).toBe("ok");
    await examined(filing);
    expect(code(await approval(filing))).toBe("ok");
    const confirm = async (by: Staff) => confirmDecision(by, { ...(await seen(filing.filingId)), note: "" }, monday);
    expect(code(await confirm(ho))).toBe("forbidden");

    const yip = await staff("Yip Wai Yee", ["decide"]);
    const [ruled] = await database.lookAlikeRuling.findMany({ where: { filingId: filing.filingId } });
    if (!ruled) throw new Error("Nothing was ruled.");
    await database.lookAlikeRuling.updateMany({ where: { filingId: filing.filingId }, data: { superseded: true } });
    await database.lookAlikeRuling.create({ data: { ...ruled, revision: 2, ruling: "same_person" } });
    expect(code(await confirm(yip))).toBe("stale");
  });
});

describe("how far a reader sees", () => {
  test("ends at their own fields: elsewhere only that there is a filing with the same home registration", async () => {
    const licence = `ar-88${String(++families)}`;
    const other = await somebody({ name_zh: family(), home_registration_number: licence });
    const filing = await somebody({ name_zh: family(), home_registration_number: licence.toUpperCase() });
    const [near] = await others(filing);
    expect(near).toMatchObject({ filings: [{ reference: other.reference, licence }], hasSameLicenceElsewhere: false });
    await database.filing.update({ where: { id: other.filingId }, data: { fieldCode: "tax" } });
    const [far] = await others(filing);
    expect(far).toMatchObject({ grounds: ["licence_number"], filings: [], hasSameLicenceElsewhere: true });
  });

  test("is nothing for whoever only holds filings", async () => {
    const zh = family();
    await somebody({ name_zh: zh });
    const filing = await somebody({ name_zh: zh });
    const kwok = await staff("Kwok Sze Wing", ["hold"]);
    expect(await viewLookAlikes(kwok, filing.reference, monday)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await viewExamination(kwok, filing.reference, monday)).toMatchObject({
      ok: true,
      value: { lookAlikes: { all: 0, open: 0 } },
    });
  });

  test("ends at themselves: nobody rules on who they are, and no ruling's reason about them is theirs to read", async () => {
    const zh = family();
    const other = await somebody({ name_zh: zh });
    const filing = await somebody({ name_zh: zh });
    const herself: Staff = { ...lee, personId: other.applicant.personId };
    expect(code(await rule(filing, other, "same_person", 0, herself))).toBe("forbidden");
    expect(code(await rule(filing, other))).toBe("ok");
    expect(await others(filing, herself)).toMatchObject([{ isReader: true, ruling: { reason: null } }]);
  });
});

test("the second reviewer reads what was ruled, and so does the reviewer of the other filing", async () => {
  const zh = family();
  const other = await somebody({ name_zh: zh });
  const filing = await examined(await somebody({ name_zh: zh }));
  expect(code(await rule(filing, other, "same_person"))).toBe("ok");
  expect(code(await refusal(filing))).toBe("ok");
  expect(await viewExamination(ho, filing.reference, monday)).toMatchObject({
    value: { state: "hearing", lookAlikes: { all: 1, open: 0 }, ruledTheSame: [] },
  });
  expect(await others(filing, ho)).toMatchObject([
    { personId: other.applicant.personId, isOpen: false, ruling: { ruling: "same_person", reason: "Other card." } },
  ]);
  expect(await viewExamination(ho, other.reference, monday)).toMatchObject({
    value: { ruledTheSame: [{ reference: filing.reference }] },
  });
});

test("whoever is compared with somebody finds the look in their own data", async () => {
  const zh = family();
  const other = await somebody({ name_zh: zh });
  const filing = await somebody({ name_zh: zh });
  await others(filing);
  for (const { applicant } of [other, filing]) {
    const looks = await listLooks(database, applicant.personId, 20);
    expect(looks.map(({ action }) => action)).toContain("compare_people");
  }
});

test("a reviewer sees what the same person filed before, and why that was refused", async () => {
  const first = await examined(await submittedFiling());
  expect(code(await refusal(first))).toBe("ok");
  await answerHearing(first.applicant, { ...(await seen(first.filingId)), statement: "I disagree." }, monday);
  expect(code(await confirmDecision(ho, { ...(await seen(first.filingId)), note: "" }, monday))).toBe("ok");
  const second = await submittedFiling(monday, {}, first.applicant);
  const view = await viewExamination(lee, second.reference, monday);
  expect(view.ok && view.value.earlier).toMatchObject([
    { reference: first.reference, state: "refused", reasons: ["papers_not_proven"], isSameField: true },
  ]);
});
