import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RadioGroup } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-fields";
import { openTask, type TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { TaskPage } from "@/app/[locale]/filings/[address]/task-page";
import { requireProfessional } from "@/lib/auth/current-actor";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing");
  return { title: t("task.contact.title") };
}

export default async function ContactPage(props: TaskPageProps) {
  const open = await openTask("contact", props);
  const [t, common, actor] = await Promise.all([
    getTranslations("filing"),
    getTranslations("common"),
    requireProfessional(),
  ]);
  const yesOrNo = [
    { value: "no", label: common("no") },
    { value: "yes", label: common("yes") },
  ];
  return (
    <TaskPage task="contact" open={open}>
      <div>
        <p className="font-semibold">{t("contact.email")}</p>
        <p className="wrap-anywhere">{actor.email}</p>
        <p className="max-w-measure text-note text-ink-soft">{t("contact.email_hint")}</p>
      </div>
      <TextField
        name="mobile"
        label={t("question.mobile")}
        hint={t("contact.mobile_hint")}
        type="tel"
        autoComplete="tel"
        width={20}
      />
      <RadioGroup
        name="in_baseline"
        label={t("contact.baseline")}
        hint={t("contact.baseline_hint")}
        options={yesOrNo}
        inline
      />
    </TaskPage>
  );
}
