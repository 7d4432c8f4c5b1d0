import { database } from "@/lib/data/client";
import { listShownEntries } from "@/lib/data/entries";
import { countPeopleByEntry } from "@/lib/data/entry-figures";
import { peopleIndicator } from "@/lib/data/statistics";
import { officeDay } from "@/lib/domain/calendar/working-days";
import { whyClosedToDraft } from "@/lib/domain/filing/opening";
import { shownCount } from "@/lib/domain/statistics/actual-times";
import { ok } from "@/lib/domain/result";
import { csvFile } from "@/lib/ports/csv";
import { viewEntry } from "@/lib/services/view-entry";
import { viewIndicators, viewTargetProgress } from "@/lib/services/view-progress";

/** Every number of the progress page as a file: what, on which day, from which source. */
export async function progressFile(now: Date): Promise<string> {
  const people = await viewTargetProgress(now);
  const indicators = await viewIndicators(people);
  const recordedHere = "this register";
  return csvFile(
    ["indicator", "name_en", "name_zh_hant", "name_zh_hans", "kind", "date", "value", "value_high", "source"],
    indicators.flatMap(({ number, name, baseline, later, targetLow, targetHigh, targetOn, source }) => {
      const named = {
        indicator: number,
        name_en: name.en,
        name_zh_hant: name["zh-Hant"],
        name_zh_hans: name["zh-Hans"],
      };
      const value = (kind: string, it: { value: number; on: string; source: string | null }) => ({
        ...named,
        kind,
        date: it.on,
        value: it.value,
        value_high: null,
        source: it.source ?? recordedHere,
      });
      // Of the people the whole line is recorded here; its last point is the newest value.
      const recorded =
        number === peopleIndicator
          ? (people?.recorded ?? []).map((point) => value("recorded", { ...point, source: null }))
          : [];
      return [
        value("baseline", baseline),
        ...later.filter((it) => it.source !== null).map((it) => value("observation", it)),
        ...recorded,
        { ...named, kind: "target", date: targetOn, value: targetLow, value_high: targetHigh, source },
      ];
    }),
  );
}

/** The accreditation list as a file, as it stands today. */
export async function listFile(now: Date): Promise<string> {
  const today = officeDay(now);
  const [rows, people] = await Promise.all([listShownEntries(database), countPeopleByEntry(database)]);
  return csvFile(
    [
      "code",
      "field",
      "jurisdiction",
      "qualification_en",
      "qualification_zh_hant",
      "qualification_zh_hans",
      "issuing_body_en",
      "issuing_body_zh_hant",
      "issuing_body_zh_hans",
      "status",
      "people_registered",
      "effective_from",
      "effective_to",
    ],
    rows.map((entry) => ({
      code: entry.code,
      field: entry.field,
      jurisdiction: entry.jurisdiction,
      qualification_en: entry.qualification.en,
      qualification_zh_hant: entry.qualification["zh-Hant"],
      qualification_zh_hans: entry.qualification["zh-Hans"],
      issuing_body_en: entry.issuingBody.en,
      issuing_body_zh_hant: entry.issuingBody["zh-Hant"],
      issuing_body_zh_hans: entry.issuingBody["zh-Hans"],
      status: whyClosedToDraft(entry, today) ?? "open",
      people_registered: shownCount(people.get(entry.code) ?? 0),
      effective_from: entry.effectiveFrom,
      effective_to: entry.effectiveTo,
    })),
  );
}

/** One entry of the list for machines: what it says today, under names that stay. */
export async function entryFile(code: string, now: Date) {
  const view = await viewEntry(code, now);
  if (!view.ok) return view;
  const entry = view.value;
  const { authority } = entry;
  return ok({
    code: entry.code,
    version: entry.version,
    published_on: entry.publishedOn,
    as_of: officeDay(now),
    status: entry.closed ?? "open",
    people_registered: entry.people,
    decision_times: entry.actual,
    field: entry.field,
    route: entry.route,
    jurisdiction: entry.jurisdiction,
    qualification: entry.qualification,
    issuing_body: entry.issuingBody,
    mainland_counterpart: entry.mainlandCounterpart,
    scope_of_practice: entry.scope,
    experience_years: entry.experienceYears,
    clean_record_years: entry.cleanRecordYears,
    effective_from: entry.effectiveFrom,
    effective_to: entry.effectiveTo,
    papers: entry.papers.map(({ key, isRequired, halves }) => ({ key, required: isRequired, beside_it: halves })),
    competent_authority: authority.name,
    working_days: {
      acceptance: authority.acceptanceDays,
      decision: authority.decisionDays,
      answer: authority.answerDays,
      public_notice: authority.noticeDays,
    },
    validity_years: authority.validityYears,
    fee: 0,
    basis: entry.provenance,
    source: entry.sourceUrl,
  });
}
