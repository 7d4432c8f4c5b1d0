import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/form/text-fields";
import { openTask, type TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { TaskPage } from "@/app/[locale]/filings/[address]/task-page";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing");
  return { title: t("task.names.title") };
}

export default async function NamesPage(props: TaskPageProps) {
  const open = await openTask("names", props);
  const t = await getTranslations("filing");
  return (
    <TaskPage task="names" open={open} lead={t("names.lead")}>
      <TextField
        name="name_zh"
        label={t("question.name_zh")}
        hint={t("names.name_zh_hint")}
        lang="zh-Hant"
        width={20}
        optional
      />
      <TextField
        name="surname"
        label={t("question.surname")}
        hint={t("names.surname_hint")}
        autoComplete="family-name"
        lang="en"
        width={20}
      />
      <TextField
        name="given_names"
        label={t("question.given_names")}
        hint={t("names.given_hint")}
        autoComplete="given-name"
        lang="en"
        width={20}
      />
      <TextField
        name="name_on_home_register"
        label={t("question.name_on_home_register")}
        hint={t("names.register_hint")}
        width={30}
      />
      <section className="grid gap-6 border-t border-line pt-6" aria-labelledby="former">
        <div className="grid gap-2">
          <h2 id="former" className="text-lead font-semibold">
            {t("names.former")}
          </h2>
          <p className="max-w-measure text-ink-soft">{t("names.former_lead")}</p>
        </div>
        <TextField name="former_name_zh" label={t("question.former_name_zh")} lang="zh-Hant" width={20} optional />
        <TextField name="former_surname" label={t("question.former_surname")} lang="en" width={20} optional />
        <TextField name="former_given_names" label={t("question.former_given_names")} lang="en" width={20} optional />
        <div className="grid gap-6 sm:grid-cols-2">
          {(["former_name_from", "former_name_until"] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`question.${name}`)}
              hint={t("names.year_hint")}
              inputMode="numeric"
              width={4}
              optional
            />
          ))}
        </div>
      </section>
    </TaskPage>
  );
}
