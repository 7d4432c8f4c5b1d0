import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RadioGroup } from "@/components/form/choice-fields";
import { DateParts } from "@/components/form/date-parts";
import { TextField } from "@/components/form/text-fields";
import { openTask, type TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { TaskPage } from "@/app/[locale]/filings/[address]/task-page";
import { institutionPlaces } from "@/lib/domain/filing/questions";
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
    </TaskPage>
  );
}
