import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CheckboxGroup, RadioGroup, SelectField } from "@/components/form/choice-fields";
import { DateParts } from "@/components/form/date-parts";
import { TextArea, TextField } from "@/components/form/text-fields";
import { Heading } from "@/components/ui/heading";
import { evidenceKeys } from "@/lib/domain/accreditation/evidence";
import { filers, jurisdictions, provenances, routes, type ContentColumn } from "@/lib/domain/accreditation/schema";
import type { Locale } from "@/lib/i18n/routing";

/** The fields of a version, in the order of the public page. */
export async function EntryFields({ locale }: { locale: Locale }) {
  const [t, names, fields, evidence, common] = await Promise.all([
    getTranslations("keeping.edit"),
    getTranslations("fields.column"),
    getTranslations("fields"),
    getTranslations("evidence"),
    getTranslations("common"),
  ]);
  const line = (name: ContentColumn, lang: Locale) => <TextField name={name} label={names(name)} lang={lang} />;
  const text = (name: ContentColumn, lang: Locale) => (
    <TextArea name={name} label={names(name)} lang={lang} rows={3} maxLength={500} />
  );
  const years = (name: ContentColumn) => (
    <TextField name={name} label={names(name)} hint={t("years_hint")} inputMode="numeric" width={2} optional />
  );
  const day = (name: ContentColumn) => <DateParts name={name} label={names(name)} hint={t("day_hint")} optional />;

  return (
    <>
      <Part title={t("names")}>
        {line("qualification_en", "en")}
        {line("qualification_zh_hant", "zh-Hant")}
        {line("qualification_zh_hans", "zh-Hans")}
        {line("issuing_body_en", "en")}
        {line("issuing_body_zh_hant", "zh-Hant")}
        {line("issuing_body_zh_hans", "zh-Hans")}
        <SelectField
          name="jurisdiction"
          label={names("jurisdiction")}
          options={jurisdictions.map((value) => ({ value, label: fields(`jurisdiction.${value}`) }))}
        />
      </Part>
      <Part title={t("effect")}>
        <SelectField
          name="route"
          label={names("route")}
          options={routes.map((value) => ({ value, label: fields(`route.${value}.name`) }))}
        />
        {text("scope_of_practice_en", "en")}
        {text("scope_of_practice_zh_hant", "zh-Hant")}
        {text("scope_of_practice_zh_hans", "zh-Hans")}
        {line("mainland_counterpart_en", "en")}
        {line("mainland_counterpart_zh_hans", "zh-Hans")}
      </Part>
      <Part title={t("asks")}>
        <RadioGroup
          name="filed_by"
          label={names("filed_by")}
          options={filers.map((value) => ({ value, label: fields(`filed_by.${value}`) }))}
        />
        <CheckboxGroup
          name="evidence_required"
          label={names("evidence_required")}
          options={evidenceKeys.map((value) => ({ value, label: evidence(`${value}.name`) }))}
        />
        {years("experience_years")}
        {years("clean_record_years")}
      </Part>
      <Part title={t("basis")}>
        <RadioGroup
          name="confirmed"
          label={names("confirmed")}
          hint={t("confirmed_hint")}
          options={(["yes", "no"] as const).map((value) => ({ value, label: common(value) }))}
          inline
        />
        <RadioGroup
          name="provenance"
          label={names("provenance")}
          options={provenances.map((value) => ({
            value,
            label: fields(`provenance.${value}.name`),
            hint: fields(`provenance.${value}.means`),
          }))}
        />
        <TextField
          name="source_url"
          label={names("source_url")}
          type="url"
          {...(locale !== "en" && { lang: "en" })}
          optional
        />
        {day("effective_from")}
        {day("effective_to")}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-6 border-t border-line pt-6">
      <Heading level={2}>{title}</Heading>
      {children}
    </section>
  );
}
