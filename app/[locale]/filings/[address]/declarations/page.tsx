import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Checkbox, RadioGroup } from "@/components/form/choice-fields";
import { TextArea } from "@/components/form/text-fields";
import { openTask, type TaskPageProps } from "@/app/[locale]/filings/[address]/open-task";
import { TaskPage } from "@/app/[locale]/filings/[address]/task-page";
import { localeOf } from "@/lib/i18n/routing";

export async function generateMetadata({ params }: TaskPageProps): Promise<Metadata> {
  await localeOf(params);
  const t = await getTranslations("filing");
  return { title: t("task.declarations.title") };
}

export default async function DeclarationsPage(props: TaskPageProps) {
  const open = await openTask("declarations", props);
  const [t, common] = await Promise.all([getTranslations("filing"), getTranslations("common")]);
  const years = open.view.rules.cleanRecordYears ?? 0;
  const noOrYes = [
    { value: "no", label: common("no") },
    { value: "yes", label: common("yes") },
  ];
  return (
    <TaskPage task="declarations" open={open} lead={t("declarations.lead")}>
      {/* What happened is asked only where an answer is yes; the server clears what is hidden. */}
      <div className="group/asked grid gap-6">
        <RadioGroup
          name="discipline"
          label={t("declarations.discipline", { years })}
          hint={t("declarations.discipline_hint")}
          options={noOrYes}
          inline
        />
        <RadioGroup
          name="penalty"
          label={t("declarations.penalty", { years })}
          hint={t("declarations.penalty_hint")}
          options={noOrYes}
          inline
        />
        <div className="hidden group-has-[[data-answer=yes]]/asked:block group-has-[input[value=yes]:checked]/asked:block">
          <TextArea
            name="details"
            label={t("question.details")}
            hint={t("declarations.details_hint")}
            maxLength={2000}
          />
        </div>
      </div>
      <Checkbox name="truth" label={t("declarations.truth")} hint={t("declarations.truth_hint")} />
    </TaskPage>
  );
}
