import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RadioGroup, SelectField } from "@/components/form/choice-fields";
import { DateParts } from "@/components/form/date-parts";
import { TextField } from "@/components/form/text-fields";
import { Heading } from "@/components/ui/heading";
import { openTask, type TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { TaskPage } from "@/app/[locale]/filings/[address]/task-page";
import { asksForInsurance, institutionPlaces, insuranceCurrencies } from "@/lib/domain/filing/questions";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing");
  return { title: t("task.institution.title") };
}

export default async function InstitutionPage(props: TaskPageProps) {
  const open = await openTask("institution", props);
  const t = await getTranslations("filing");
  return (
    <TaskPage task="institution" open={open} lead={t("institution.lead")}>
      <TextField
        name="institution_name"
        label={t("question.institution_name")}
        hint={t("institution.name_hint")}
        autoComplete="organization"
        width={30}
      />
      <RadioGroup
        name="institution_place"
        label={t("question.institution_place")}
        options={institutionPlaces.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <TextField
        name="position"
        label={t("question.position")}
        hint={t("institution.position_hint")}
        autoComplete="organization-title"
        width={30}
      />
      <DateParts name="employed_since" label={t("question.employed_since")} hint={t("institution.since_hint")} />
      {asksForInsurance(open.view.rules) && <Insurance />}
    </TaskPage>
  );
}

/** What is asked of the liability insurance, where the entry asks for it. */
async function Insurance() {
  const [t, common] = await Promise.all([getTranslations("filing"), getTranslations("common")]);
  const yesOrNo = (["yes", "no"] as const).map((value) => ({ value, label: common(value) }));
  return (
    <>
      <div className="grid gap-1">
        <Heading level={2} size="s">
          {t("insurance.title")}
        </Heading>
        <p className="max-w-measure text-ink-soft">{t("insurance.lead")}</p>
      </div>
      <TextField name="insurance_insurer" label={t("question.insurance_insurer")} width={30} />
      <TextField name="insurance_policy" label={t("question.insurance_policy")} width={20} />
      <SelectField
        name="insurance_currency"
        label={t("question.insurance_currency")}
        empty
        options={insuranceCurrencies.map((value) => ({ value, label: value }))}
      />
      <TextField
        name="insurance_sum"
        label={t("question.insurance_sum")}
        hint={t("insurance.sum_hint")}
        inputMode="numeric"
        width={20}
      />
      <RadioGroup
        name="insurance_qianhai"
        label={t("question.insurance_qianhai")}
        hint={t("insurance.qianhai_hint")}
        options={yesOrNo}
        inline
      />
      <DateParts name="insurance_from" label={t("question.insurance_from")} />
      <DateParts name="insurance_until" label={t("question.insurance_until")} />
    </>
  );
}
