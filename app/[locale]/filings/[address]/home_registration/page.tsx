import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DateParts } from "@/components/form/date-parts";
import { TextField } from "@/components/form/text-fields";
import { openTask, type TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { TaskPage } from "@/app/[locale]/filings/[address]/task-page";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing");
  return { title: t("task.home_registration.title") };
}

export default async function HomeRegistrationPage(props: TaskPageProps) {
  const open = await openTask("home_registration", props);
  const t = await getTranslations("filing");
  const { locale, view } = open;
  return (
    <TaskPage task="home_registration" open={open} lead={t("home.lead", { body: view.issuingBody[locale] })}>
      <TextField
        name="home_registration_number"
        label={t("question.home_registration_number")}
        hint={t("home.number_hint")}
        width={20}
      />
      <DateParts name="home_registered_on" label={t("question.home_registered_on")} hint={t("home.since_hint")} />
      <DateParts
        name="home_registration_until"
        label={t("question.home_registration_until")}
        hint={t("home.until_hint")}
      />
    </TaskPage>
  );
}
